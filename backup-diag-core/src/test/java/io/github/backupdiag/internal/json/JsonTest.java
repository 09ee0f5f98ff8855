package io.github.backupdiag.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static Json read(byte[] bytes) throws IOException {
    return Json.read(new ByteArrayInputStream(bytes), "a.json");
  }

  private static Json read(String json) throws IOException {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void knowsTheLineOnWhichEachNodeBegins() throws IOException {
    Json root = read("\n{\"a\": 1,\n \"b\": [\n  true,\n  {\"c\":\n   \"x\"}]}");

    assertThat(root.line()).isEqualTo(2);
    assertThat(root.fields().get("a").line()).isEqualTo(2);
    assertThat(root.fields().get("b").line()).isEqualTo(3);
    assertThat(root.fields().get("b").items()).extracting(Json::line).containsExactly(4, 5);
    assertThat(root.fields().get("b").items().get(1).fields().get("c").line()).isEqualTo(6);
  }

  @Test
  void keepsFieldsInTheirOrder() throws IOException {
    assertThat(read("{\"z\": 1, \"a\": 2}").fields()).containsOnlyKeys("z", "a");
    assertThat(read("{\"z\": 1, \"a\": 2}").fields().keySet().iterator().next()).isEqualTo("z");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 40})
  void findsEachFieldOfSmallAndLargeObjects(int size) throws IOException {
    List<String> names = IntStream.range(0, size).mapToObj(i -> "field" + (99 - i)).toList();

    Map<String, Json> fields = read(object(names)).fields();

    assertThat(fields.keySet()).containsExactlyElementsOf(names);
    assertThat(fields).hasSize(size);
    names.forEach(name -> assertThat(fields.get(name).value()).isEqualTo(name));
    assertThat(fields.get("field")).isNull();
    assertThat(fields.containsKey("field")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 40})
  void refusesAFieldThatComesAgainInSmallAndLargeObjects(int size) {
    List<String> names = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> names.add("field" + i));
    names.add("field0");

    assertThatIOException()
        .isThrownBy(() -> read(object(names)))
        .withMessageStartingWith("a.json:1: not readable as JSON: Duplicate field 'field0'");
  }

  private static String object(List<String> names) {
    return names.stream()
        .map(name -> '"' + name + "\": \"" + name + '"')
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Test
  void keepsATextThatComesAgainOnce() throws IOException {
    List<Json> items = read("[\"disk-full\", \"other\", \"disk-full\"]").items();

    assertThat(items.get(2).value()).isSameAs(items.get(0).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}   | an object",
        "[]   | an array",
        "'x'  | a text",
        "true | a flag",
        "false| a flag",
        "1    | a number",
        "1.5  | a number",
        "null | null",
      })
  void namesTheKindOfItsValue(String json, String kind) throws IOException {
    assertThat(read(json.replace('\'', '"')).kind()).isEqualTo(kind);
  }

  @Test
  void hasNeitherFieldsNorItemsWhenItIsAnotherKind() throws IOException {
    assertThat(read("1").fields()).isEmpty();
    assertThat(read("1").items()).isEmpty();
    assertThat(read("1").value()).isEqualTo(1L);
    assertThat(read("1.5").value()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                    | 1: the document is empty; expected a JSON object",
        "{}~~ x                | 3: not readable as JSON: Unrecognized token 'x'",
        "{}~{}                 | 2: something follows the document; remove it",
        "{'a':~                | 2: not readable as JSON: Unexpected end-of-input",
        "{'a': 1,~'a': 2}      | 2: not readable as JSON: Duplicate field 'a'",
        "{'a': 12345678901234567890} | 1: not readable as JSON: Numeric value",
      })
  void refusesADamagedDocumentInOneLineWithFileAndLine(String json, String message) {
    assertThatIOException()
        .isThrownBy(() -> read(json.replace('\'', '"').replace('~', '\n')))
        .withMessageStartingWith("a.json:" + message)
        .withMessageNotContaining("\n");
  }

  @Test
  void refusesWhatNestsTooDeeplyAndWhatIsNoText() throws IOException {
    assertThat(read("[".repeat(100) + "]".repeat(100)).kind()).isEqualTo("an array");
    assertThatIOException()
        .isThrownBy(() -> read("[".repeat(101) + "]".repeat(101)))
        .withMessageContaining("nesting depth (101)");
    assertThatIOException()
        .isThrownBy(() -> read(new byte[] {'"', (byte) 0xe4, '"'}))
        .withMessageStartingWith("a.json:1: not readable as JSON: Invalid UTF-8");
    assertThatIOException()
        .isThrownBy(() -> read(new byte[] {0, 0, 0, '{', 0x7f, 0, 0, 0}))
        .withMessageStartingWith("a.json:1: not readable as JSON: ");
  }

  @Test
  void refusesATextOfMoreThanAMebibyte() {
    assertThatIOException()
        .isThrownBy(() -> read("\"" + "x".repeat((1 << 20) + 1) + "\""))
        .withMessageStartingWith("a.json:1: not readable as JSON: String value length");
  }
}
