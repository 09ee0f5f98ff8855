package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final Option NAME = Option.valued("--name", "TEXT", "");
  private static final Option QUIET = Option.flag("--quiet", "");
  private static final Syntax SYNTAX = new Syntax("try", "", "", List.of(NAME, QUIET), List.of());

  @Test
  void takesValueBehindOptionOrEqualsSign() throws Exception {
    assertThat(parse("--name", "a b").value(NAME)).isEqualTo("a b");
    assertThat(parse("--name=a=b").value(NAME)).isEqualTo("a=b");
    assertThat(parse("--name=").value(NAME)).isEmpty();
  }

  @Test
  void takesValueThatStartsWithDash() throws Exception {
    assertThat(parse("--name", "-").value(NAME)).isEqualTo("-");
    assertThat(parse("--name", "--other").value(NAME)).isEqualTo("--other");
  }

  @Test
  void takesOptionsAnywhere() throws Exception {
    Arguments arguments = parse("one", "--quiet", "two");
    assertThat(arguments.has(QUIET)).isTrue();
    assertThat(arguments.operands()).containsExactly("one", "two");
  }

  @Test
  void takesErrorNumbersAndDashAsOperands() throws Exception {
    assertThat(parse("-2147024809", "-").operands()).containsExactly("-2147024809", "-");
  }

  @Test
  void takesEverythingBehindTwoDashesAsOperands() throws Exception {
    assertThat(parse("--", "--quiet", "--").operands()).containsExactly("--quiet", "--");
  }

  private static Arguments parse(String... words) throws RefusedException {
    return Arguments.parse(SYNTAX, List.of(words));
  }
}
