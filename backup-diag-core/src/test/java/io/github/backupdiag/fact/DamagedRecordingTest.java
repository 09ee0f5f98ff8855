package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording that cannot be read is refused in one line with file and line. */
class DamagedRecordingTest {

  private static final String WHOLE =
      """
      {"schemaVersion": "1.0",
       "remark": [1, 2.5, null, true, "ä"],
       "facts": {
        "acme.name": {"state": "observed", "version": 1, "value": "x", "source": ""},
        "acme.count": {"state": "absent", "source": "y"}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                   | 1: not a recording of facts; expected an object",
        "`  ~ `                               | 1: not a recording of facts; expected an object",
        "hello                                | 1: not readable as JSON: Unrecognized token",
        "[]                                   | 1: not a recording of facts; expected an object",
        "{}                                   | 1: not a recording of facts; expected an object",
        "{'schemaVersion': '1.0'}             | 1: not a recording of facts; expected an object",
        "{'facts': {}}                        | 1: schemaVersion is missing; expected 1.0",
        "{~'schemaVersion': '2.0'}            | 2: schemaVersion 2.0 is not supported; expected 1.0",
        "{~'schemaVersion': 1}                | 2: schemaVersion 1 is not supported; expected 1.0",
        "{'schemaVersion': '1.0',~'facts': 3} | 2: not a recording of facts; 'facts' must be",
        "{'facts':~{'a.b': {},~'c.d': [1]}}   | 3: fact 'c.d' must be an object",
        "{'facts': {'a.b': null}}             | 1: fact 'a.b' must be an object",
        "{'facts': {'a\\nb': 1}}              | 1: fact 'a b' must be an object",
        "{'schemaVersion': '2\\n3'}           | 1: schemaVersion 2 3 is not supported",
        "{'facts': {'a.b': {}~,'a.b': {}}}    | 2: not readable as JSON: Duplicate field 'a.b'",
        "{'schemaVersion': '1.0', 'facts': {}}~~] | 3: not readable as JSON: Unexpected close",
        "{'schemaVersion': '1.0', 'facts': {}}~{} | 2: something follows the recording",
        "{'schemaVersion': '1.0',~'facts': {  | 2: not readable as JSON: Unexpected end-of-input",
        "{'facts': {'a.b': {'n': 01}}}        | 1: not readable as JSON: Invalid numeric value",
      })
  void isRefusedInOneLine(String json, String expected) {
    String text = json.replace('\'', '"').replace('~', '\n');

    assertThatIOException()
        .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("facts.json:" + expected)
        .withMessageNotContaining("\n");
  }

  @Test
  void isRefusedWhenItNestsTooDeeply() {
    String allowed = "[".repeat(99) + "]".repeat(99);
    String tooDeep = "[".repeat(100) + "]".repeat(100);
    String frame = "{\"schemaVersion\": \"1.0\", \"facts\": {}, \"remark\": %s}";

    assertThat(readQuietly(frame.formatted(allowed))).isNotNull();
    assertThatIOException()
        .isThrownBy(() -> read(frame.formatted(tooDeep).getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith(
            "facts.json:1: not readable as JSON: Document nesting depth (101)");
  }

  @Test
  void isRefusedWhenItIsNoUtf8() {
    byte[] bytes = WHOLE.getBytes(StandardCharsets.ISO_8859_1);

    assertThatIOException()
        .isThrownBy(() -> read(bytes))
        .withMessageStartingWith("facts.json:2: not readable as JSON: Invalid UTF-8");
  }

  @Test
  void isRefusedWhenItLooksLikeUtf32ButIsNone() {
    byte[] bytes = {0, 0, 0, '{', 0x7f, 0, 0, 0, 1, 2, 3, 4};

    assertThatIOException()
        .isThrownBy(() -> read(bytes))
        .withMessageStartingWith("facts.json:1: not readable as JSON: ")
        .withMessageNotContaining("\n");
  }

  @Test
  void keepsTheMessageShortWhateverTheRecordingHolds() {
    String json = "{\"facts\": {\"" + "x".repeat(5000) + "\": 1}}";

    assertThatIOException()
        .isThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(350));
  }

  @Property(tries = 2000)
  void anyBytesAreReadOrRefusedInOneLine(@ForAll byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Property(tries = 2000)
  void aDamagedRecordingIsReadOrRefusedInOneLine(@ForAll("damaged") byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    return Arbitraries.integers()
        .between(0, whole.length - 1)
        .flatMap(at -> Arbitraries.bytes().map(value -> changed(whole, at, value)));
  }

  private static byte[] changed(byte[] whole, int at, byte value) {
    byte[] bytes = whole.clone();
    bytes[at] = value;
    return value % 3 == 0 ? java.util.Arrays.copyOf(bytes, at) : bytes;
  }

  private static void assertReadOrRefused(byte[] bytes) {
    try {
      FactSet facts = read(bytes);
      facts.ids().forEach(id -> assertThat(id).isNotNull());
      facts.get(FactKey.text("acme.name"));
    } catch (IOException e) {
      assertThat(e.getMessage()).matches("facts\\.json:[1-9][0-9]*: [^\\r\\n]+");
    } catch (RuntimeException e) {
      fail("neither read nor refused", e);
    }
  }

  private static FactSet readQuietly(String json) {
    try {
      return read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static FactSet read(byte[] bytes) throws IOException {
    return FactSetJson.read(new ByteArrayInputStream(bytes), "facts.json");
  }
}
