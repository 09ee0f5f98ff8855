package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the words of a command are read, whatever the command. */
class ArgumentsTest {

  @Test
  void takesValueBehindOptionOrEqualsSign() {
    assertThat(parse("--record", "a b").common.record()).isEqualTo("a b");
    assertThat(parse("--record=a=b").common.record()).isEqualTo("a=b");
    assertThat(parse("--record=").common.record()).isEmpty();
  }

  @Test
  void takesValueThatStartsWithDash() {
    assertThat(parse("--record", "-").common.record()).isEqualTo("-");
    assertThat(parse("--record", "--other").common.record()).isEqualTo("--other");
  }

  @Test
  void takesOptionsAnywhere() {
    Explain arguments = parse("one", "--assume-azure", "two");
    assertThat(arguments.common.assumesAzure()).isTrue();
    assertThat(arguments.text()).containsExactly("one", "two");
  }

  @Test
  void takesErrorNumbersAndDashAsText() {
    assertThat(parse("-2147024809", "-", "- a list").text())
        .containsExactly("-2147024809", "-", "- a list");
    assertThat(Run.of("explain", "-2147024809", "--format=json").status()).isZero();
  }

  @Test
  void takesEverythingBehindTwoDashesAsText() {
    assertThat(parse("--", "--quiet", "--").text()).containsExactly("--quiet", "--");
    assertThat(Run.of("explain", "--", "--quiet").status()).isZero();
  }

  @Test
  void takesWordsAsTheyAre() {
    assertThat(parse("@file", "\"quoted\"", "${user.name}").text())
        .containsExactly("@file", "\"quoted\"", "${user.name}");
  }

  private static Explain parse(String... words) {
    Explain explain = new Explain(Run.UNUSED);
    Cli.commandLine(explain).parseArgs(words);
    return explain;
  }
}
