package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.linear.OwnPatterns;
import io.github.backupdiag.linear.OwnPatterns.Own;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hostile line of 64 KiB takes no more than its share of time and no stack. */
class OwnPatternsOfGuestTest {

  @Test
  void patternsOfThisModuleAreLinear() throws Exception {
    List<Own> own = OwnPatterns.of(OwnPatternsOfGuestTest::value);

    assertThat(own).hasSizeGreaterThan(40);
    assertThat(own.stream().flatMap(Own::complaint)).isEmpty();
  }

  private static Object value(Field field) throws ReflectiveOperationException {
    field.setAccessible(true);
    return field.get(null);
  }
}
