package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

  @Test
  void givesFieldsItemsTextsAndNumbers() {
    JsonValue root =
        JsonValue.read("{\"a\": [{\"b\": \"x\\u0041\\n\"}, 2], \"c\": \"17\", \"d\": true}");

    assertThat(root.isWhole()).isTrue();
    assertThat(root.get("a").first().get("b").text()).isEqualTo("xA\n");
    assertThat(root.get("a").items()).hasSize(2);
    assertThat(root.get("a").items().get(1).number()).isEqualTo(2);
    assertThat(root.get("c").number()).isEqualTo(17);
    assertThat(root.get("d").isTrue()).isTrue();
    assertThat(root.get("d").isFalse()).isFalse();
  }

  @Test
  void readsCharactersOutsideTheFirstPlane() {
    assertThat(JsonValue.read("\"\\ud83d\\ude00\\u6642\"").text()).isEqualTo("\ud83d\ude00\u6642");
    assertThat(JsonValue.read("\"a\\ud83d\\ud83d\\ude00\\ude00z\"").text())
        .isEqualTo("a?\ud83d\ude00?z");
    assertThat(JsonValue.read("\"\\ud83d").text()).isEqualTo("?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" { } ", "[ ]\n", "{ \"a\" : [ 1 , 2 ] , \"b\" : -1.5E+3 }", "[\n1\n]", "\"\""})
  void allowsBlanksBetweenSigns(String document) {
    assertThat(JsonValue.read(document).isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1x",
        "e",
        "1e5f",
        "truer",
        "nulls",
        "[tru]",
        "{\"a\" 1}",
        "{\"a\", 1}",
        "{\"a\" \"b\"}"
      })
  void knowsWordsAndNumbersOnlyWhole(String document) {
    assertThat(JsonValue.read(document).isWhole()).isFalse();
    assertThat(JsonValue.read(document).number()).isNull();
  }

  @Test
  void keepsFieldsBeforeASignThatIsMissing() {
    JsonValue root = JsonValue.read("{\"a\": 1, \"b\" 2, \"c\": 3}");

    assertThat(root.get("a").number()).isEqualTo(1);
    assertThat(root.fields()).containsOnlyKeys("a");
  }

  @Test
  void givesNothingForWhatIsNotThere() {
    JsonValue root = JsonValue.read("{\"a\": null}");

    assertThat(root.get("x", "y").text()).isEmpty();
    assertThat(root.get("a").number()).isNull();
    assertThat(root.get("a").items()).isEmpty();
    assertThat(root.first()).isSameAs(root);
  }

  @Test
  void keepsWhatStandsBeforeACut() {
    JsonValue cut = JsonValue.read("[{\"a\": 1, \"b\": {\"c\": \"half of a te");

    assertThat(cut.isWhole()).isFalse();
    assertThat(cut.first().get("a").number()).isEqualTo(1);
    assertThat(cut.first().get("b", "c").text()).isEqualTo("half of a te");
  }

  @Test
  void passesOverNulBytesAndAByteOrderMark() {
    JsonValue root = JsonValue.read("\uFEFF{\"a\":\0 1}\0\0\0");

    assertThat(root.isWhole()).isTrue();
    assertThat(root.get("a").number()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "[",
        "nonsense",
        "{\"a\"}",
        "{\"a\": }",
        "{a: 1}",
        "[1 2]",
        "[,1]",
        "[1]x",
        "{} <html>",
        "{\"a\": 1,}",
        "\"\\u00zz\"",
        "-"
      })
  void tellsThatADocumentIsDamaged(String document) {
    assertThat(JsonValue.read(document).isWhole()).isFalse();
  }

  @Test
  void doesNotFollowDepthsWithoutEnd() {
    assertThat(JsonValue.read("[".repeat(100_000)).isWhole()).isFalse();
    assertThat(JsonValue.read("{\"a\":".repeat(100_000)).isWhole()).isFalse();
  }

  @Test
  void knowsNoNumberBeyondItsRange() {
    assertThat(JsonValue.read("99999999999999999999").number()).isNull();
    assertThat(JsonValue.read("1.5").number()).isNull();
  }
}
