package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void endsLinesAsAnySystemDoes(String end) {
    String text = " a" + end + end + "b" + end;

    assertThat(TextLine.of(text))
        .extracting(TextLine::number, TextLine::text)
        .containsExactly(tuple(1L, "a"), tuple(3L, "b"));
    assertThat(TextLine.of(text + "c")).last().matches(line -> line.number() == 4);
    assertThat(TextLine.of(text)).last().matches(line -> text.startsWith("b", line.start()));
  }

  @Test
  void countsMixedEnds() {
    assertThat(TextLine.of("a\rb\r\nc\n\rd"))
        .extracting(TextLine::number)
        .containsExactly(1L, 2L, 3L, 5L);
    assertThat(TextLine.of("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'State : [8] x', State, [8] x",
    "'상태： [8]', 상태, [8]",
    "'a: b：c', a, b：c",
    "'a：b: c', a, b: c",
    "': x', '', x",
    "'：x', '', x"
  })
  void splitsAtTheFirstColonOfEitherWidth(String text, String label, String value) {
    TextLine line = TextLine.of(text).get(0);

    assertThat(line.label()).isEqualTo(label);
    assertThat(line.value()).isEqualTo(value);
  }

  @Test
  void hasNoValueWithoutAColon() {
    assertThat(TextLine.of("a b").get(0).value()).isNull();
    assertThat(TextLine.of("a b").get(0).label()).isEmpty();
  }
}
