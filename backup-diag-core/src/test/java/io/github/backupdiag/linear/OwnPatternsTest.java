package io.github.backupdiag.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.linear.LinearPatterns.Use;
import io.github.backupdiag.linear.OwnPatterns.Own;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile line of 64 KiB takes no more than its share of time and no stack. */
class OwnPatternsTest {

  /** These see a piece of a text that is cut before. */
  private static final List<String> SEE_LITTLE =
      List.of("io.github.backupdiag.internal.intake.Context.");

  @Test
  void patternsOfThisModuleAreLinear() throws Exception {
    List<Own> own = OwnPatterns.of(OwnPatternsTest::value);

    assertThat(own).hasSizeGreaterThan(250);
    assertThat(own.stream().filter(one -> !seesLittle(one)).flatMap(Own::complaint)).isEmpty();
  }

  private static boolean seesLittle(Own own) {
    return SEE_LITTLE.stream().anyMatch(own.place()::startsWith);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\s+$", "<.*>", "(a|b)*c", "\\w+@", "(a+)+$", "begin(.*)end"})
  void seesWhatTakesMoreThanItsShare(String regex) {
    assertThat(LinearPatterns.complaint(Pattern.compile(regex), Use.SEARCH)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?:a|b|cd)*x", "[-+]*(\\S*python\\S*)$", "([a-z]+)*1"})
  void seesItAlsoAtTheBegin(String regex) {
    assertThat(LinearPatterns.complaint(Pattern.compile(regex), Use.AT_BEGIN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\s$",
        "x[0-9]{1,9}y",
        "(?:a|b)*+c?",
        "\\bname=\\S++",
        "x[0-9]+y",
        "[\\s,]+",
        "a.*"
      })
  void takesWhatIsLinear(String regex) {
    assertThat(LinearPatterns.complaint(Pattern.compile(regex), Use.SEARCH)).isEmpty();
  }

  private static Object value(java.lang.reflect.Field field) throws ReflectiveOperationException {
    field.setAccessible(true);
    return field.get(null);
  }
}
