package io.github.backupdiag.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(Columns.width("abc")).isEqualTo(3);
    assertThat(Columns.width("백업")).isEqualTo(4);
    assertThat(Columns.width("ＶＭ")).isEqualTo(4);
    assertThat(Columns.width("バックアップ")).isEqualTo(12);
    assertThat(Columns.width("😀")).isEqualTo(2);
  }

  @Test
  void anAccentOnTopTakesNone() {
    assertThat(Columns.width("e\u0301")).isEqualTo(1);
  }

  @Test
  void wordsStayWhole() {
    assertThat(Columns.wrap("The agent runs no extension.", 12))
        .containsExactly("The agent", "runs no", "extension.");
  }

  @Test
  void koreanIsBrokenBetweenWords() {
    assertThat(Columns.wrap("가상 머신의 백업이 실패했습니다", 12)).containsExactly("가상 머신의", "백업이", "실패했습니다");
  }

  @Test
  void japaneseIsBrokenBetweenCharactersButNotBeforeAFullStop() {
    assertThat(Columns.wrap("失敗しました。", 12)).containsExactly("失敗しまし", "た。");
  }

  @Test
  void japaneseIsNotBrokenAfterAnOpeningBracket() {
    assertThat(Columns.wrap("設定が（無効）です", 8)).containsExactly("設定が", "（無効）", "です");
  }

  @Test
  void aLatinNameAmongIdeographsStaysWhole() {
    assertThat(Columns.wrap("設定Extensions.Enabledを直す", 20))
        .containsExactly("設定", "Extensions.Enabledを", "直す");
  }

  @Test
  void aWordWiderThanTheLineIsCut() {
    assertThat(Columns.wrap("x abcdefghij", 4)).containsExactly("x", "abcd", "efgh", "ij");
  }

  @Test
  void cuttingKeepsBlanks() {
    assertThat(Columns.cut("a  b  c", 3)).containsExactly("a  ", "b  ", "c");
  }

  @Test
  void anEmptyTextIsAnEmptyLine() {
    assertThat(Columns.wrap("", 10)).containsExactly("");
    assertThat(Columns.cut("", 10)).containsExactly("");
  }

  @Property
  void noLineIsWiderThanAsked(@ForAll String text, @ForAll @IntRange(min = 2, max = 50) int room) {
    List<String> lines = Columns.wrap(text, room);

    assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(room));
  }

  @Property
  void nothingButBlanksIsLost(@ForAll String text) {
    assertThat(String.join("", Columns.wrap(text, 10)).replaceAll("\\s", ""))
        .isEqualTo(text.strip().replaceAll("\\s", ""));
  }
}
