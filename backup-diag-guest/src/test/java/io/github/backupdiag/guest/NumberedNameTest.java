package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NumberedNameTest {

  @Test
  void comparesNumbersAndNotTheirDigits() {
    assertThat(last("/s/9.status", "/s/10.status", "/s/2.status")).isEqualTo("/s/10.status");
  }

  @Test
  void takesTheLastNumberOfAName() {
    assertThat(last("/s/99_1.status", "/s/1_2.status")).isEqualTo("/s/1_2.status");
  }

  @Test
  void ignoresNumbersOfDirectories() {
    assertThat(last("/s-9/1.status", "/s-1/2.status")).isEqualTo("/s-1/2.status");
  }

  @Test
  void aNameWithoutNumberComesFirst() {
    assertThat(last("/s/z.status", "/s/0.status")).isEqualTo("/s/0.status");
  }

  @Test
  void withoutNumbersTheLastByNameIsTheLast() {
    assertThat(last("/s/b.xml", "/s/c.xml", "/s/a.xml")).isEqualTo("/s/c.xml");
  }

  @Test
  void knowsNumbersOfAnyLength() {
    assertThat(last("/s/99999999999999999999.xml", "/s/100000000000000000000.xml"))
        .isEqualTo("/s/100000000000000000000.xml");
  }

  @Property
  void ordersAsTheNumbers(
      @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
    assertThat(NumberedName.ORDER.compare(place(one + ".s"), place(other + ".s")))
        .isEqualTo(Long.compare(one, other));
  }

  private static String last(String... paths) {
    return Stream.of(paths)
        .map(NumberedNameTest::place)
        .max(NumberedName.ORDER)
        .orElseThrow()
        .guestPath();
  }

  private static Place place(String path) {
    return new Place(path, Path.of("unused"));
  }
}
