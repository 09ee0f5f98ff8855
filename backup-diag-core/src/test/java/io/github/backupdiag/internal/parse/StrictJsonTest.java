package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes what Python's {@code json.load} takes, and fails on the line where that fails. */
class StrictJsonTest {

  @Test
  void readsEveryKindOfValue() {
    assertThat(
            StrictJson.parse(
                    " { \"a\" : [ 1 , -2.5e3 , true , false , null , \"t\" ] , \"b\" : { } , \"c\""
                        + " : [ ] } ")
                .object())
        .isEqualTo(
            Map.of(
                "a", java.util.Arrays.asList(1.0, -2500.0, true, false, null, "t"),
                "b", Map.of(),
                "c", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\n}", "[\n]", "[[\n],{\n}]", "{\"a\"\n:\n[\n1\n,\n2\n]\n}\n"})
  void letsLinesEndBetweenSigns(String text) {
    assertThat(StrictJson.parse(text).problemLine()).isZero();
    assertThat(StrictJson.parse(text).value()).isNotNull();
  }

  @Test
  void readsWhatIsEscaped() {
    assertThat(StrictJson.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e4\"").value())
        .isEqualTo("\"\\/\b\f\n\r\tA\u00e4");
    assertThat(StrictJson.parse("\"\\u0041\"").value()).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void takesTheWordsOfPythonForNumbers(String word) {
    assertThat(StrictJson.parse("[" + word + "]").value()).isEqualTo(List.of(Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, -0.0", "10, 10", "1e2, 100", "1E+2, 100", "25e-1, 2.5", "9.09, 9.09"})
  void readsNumbers(String text, double number) {
    assertThat(StrictJson.parse(text).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+1",
        "tru",
        "trues",
        "nul",
        "fals",
        "[1,]",
        "[1 2]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "\"a",
        "\"\t\"",
        "\"\u001f\"",
        "\"\\x\"",
        "\"\\u00g0\"",
        "\"\\u004\"",
        "\"\\u0041",
        "[1]]",
        "{\"a\"}",
        "x",
        "\u0661"
      })
  void failsWherePythonFails(String text) {
    assertThat(StrictJson.parse(text).problemLine()).isEqualTo(1);
    assertThat(StrictJson.parse("[\n" + text + "\n#").problemLine()).isBetween(2, 3);
  }

  @Test
  void takesTheBlankThatIsTheFirstSignAllowedInText() {
    assertThat(StrictJson.parse("\" \"").value()).isEqualTo(" ");
  }

  @Test
  void namesTheLineOfTheSignAtFault() {
    assertThat(StrictJson.parse("{\n\"a\": 1,\n\"b\": 02\n}").problemLine()).isEqualTo(3);
    assertThat(StrictJson.parse("[\"open\n\"]").problemLine()).isEqualTo(1);
    assertThat(StrictJson.parse("[\"a\\\n\"]").problemLine()).isEqualTo(1);
    assertThat(StrictJson.parse("[1\n").problemLine()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"99, 0", "100, 0", "101, 1"})
  void readsOnlySoDeep(int depth, int line) {
    String text = "[".repeat(depth - 1) + "1" + "]".repeat(depth - 1);

    assertThat(StrictJson.parse(text).problemLine()).isEqualTo(line);
    String objects = "{\"a\":".repeat(depth - 1) + "1" + "}".repeat(depth - 1);
    assertThat(StrictJson.parse(objects).problemLine()).isEqualTo(line);
  }

  @Test
  void keepsTheLastOfEqualKeys() {
    assertThat(StrictJson.parse("{\"a\": 1, \"a\": 2}").object()).isEqualTo(Map.of("a", 2.0));
  }

  @Test
  void isNoObjectThatIsAnArray() {
    assertThat(StrictJson.parse("[]").object()).isNull();
  }
}
