package io.github.backupdiag.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void controlCharactersAreSpelledOut() {
    assertThat(Visible.line("a\u001b[0m\u0000\u009b\u007f"))
        .isEqualTo("a\\u001b[0m\\u0000\\u009b\\u007f");
  }

  @Test
  void marksThatTurnTheDirectionAreSpelledOut() {
    assertThat(Visible.line("\u202eabc\u2066\u200f")).isEqualTo("\\u202eabc\\u2066\\u200f");
  }

  @Test
  void invisibleCharactersAreSpelledOut() {
    assertThat(Visible.line("a\u200bb\ufeff")).isEqualTo("a\\u200bb\\ufeff");
    assertThat(Visible.line(Character.toString(0xE0041))).isEqualTo("\\u{e0041}");
  }

  @Test
  void halvesOfPairsAndNoCharactersAreSpelledOut() {
    assertThat(Visible.line("\ud800x\uffff")).isEqualTo("\\ud800x\\uffff");
  }

  @Test
  void lineEndsAreSpelledOutWithinALine() {
    assertThat(Visible.line("a\r\n\tb\u2028")).isEqualTo("a\\r\\n\\tb\\u2028");
  }

  @Test
  void lineEndsAreKeptInAnExcerpt() {
    assertThat(Visible.lines("a\r\n\tb\rc\u2028")).isEqualTo("a\n  b\\rc\\u2028");
  }

  @Test
  void lettersOfAnyLanguageAreKept() {
    assertThat(Visible.line("백업 バックアップ 備份 Sicherung ñ 😀"))
        .isEqualTo("백업 バックアップ 備份 Sicherung ñ 😀");
  }
}
