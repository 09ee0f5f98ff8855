package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A stream is redacted as its whole text is, whatever its chunks. */
class StreamRedactorTest {

  private static final Pattern TOKEN = Pattern.compile("\\[redacted:([a-z]+):([0-9]+)]");

  private static final String SIG = Fakes.signature(41);
  private static final String PWD = Fakes.password(42);
  private static final String KEY = Fakes.storageKey(43);

  /** Parts of a log, each shorter than the reserve of the smallest window. */
  private static final List<String> PARTS =
      List.of(
          "2030/01/02 03:04:05 INFO ExtHandler Snapshot taken\n",
          "2030/01/02 03:04:05 ERROR it said \"no such file\" and 'password' was wrong\r\n",
          "GET https://a.blob.core.windows.net/c?sv=2018&sig=" + SIG + "&se=2030 403\n",
          "password=" + PWD + "\n",
          "{\"name\": \"Password\",\n  \"value\": \"" + PWD + "\"}\n",
          "{\n  \"protectedSettings\": {\n    \"a\": \"" + KEY + "\"\n  }\n}\n",
          Fakes.pem(44, "PRIVATE KEY").substring(0, 200) + "\n-----END PRIVATE KEY-----\n",
          "<Password>\n" + PWD + "\n</Password>\n",
          "two lines\n" + KEY + "\nend\n",
          "\n",
          "\r",
          "Authorization: Bearer " + Fakes.webToken(45) + "\n");

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.of(PARTS).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void aStreamIsRedactedAsItsWholeText(
      @ForAll("logs") String log,
      @ForAll @IntRange(min = 1, max = 700) int chunk,
      @ForAll @IntRange(min = 2100, max = 5000) int window)
      throws IOException {
    assertThat(numbered(streamed(log, chunk, window)))
        .isEqualTo(numbered(new Redactor().redact(log)));
  }

  @Provide
  Arbitrary<String> soups() {
    return new RedactorPropertyTest().soups();
  }

  @Property(tries = 500)
  void whereChunksEndMakesNoDifference(
      @ForAll("soups") String soup, @ForAll @IntRange(min = 1, max = 99) int chunk)
      throws IOException {
    String text = soup + "\n" + soup + soup;

    assertThat(streamed(text, chunk, 64, 16, 16)).isEqualTo(streamed(text, 1000, 64, 16, 16));
  }

  @Property(tries = 500)
  void aCanaryDoesNotSurviveAnySurroundings(
      @ForAll("soups") String before,
      @ForAll("introductions") String introduction,
      @ForAll("soups") String after,
      @ForAll @IntRange(min = 130, max = 400) int window)
      throws IOException {
    String canary = "Canary7" + Fakes.letters(77, 20);
    String text = before + " " + introduction + canary + after;

    assertThat(streamed(text, 7, window, 64, 32)).doesNotContain(canary);
  }

  @Provide
  Arbitrary<String> introductions() {
    return new RedactorPropertyTest().introductions();
  }

  @Test
  void aLineLongerThanTheWindowIsHidden() throws IOException {
    String log = "first\n" + "x".repeat(300) + "\nlast sig=" + SIG + "\n";

    assertThat(streamed(log, 5, 128, 32, 16))
        .isEqualTo("first\n[redacted:line:1]\nlast sig=[redacted:sas:2]\n");
  }

  @Test
  void whatIsNotClosedHidesTheRest() throws IOException {
    String begin = "-----BEGIN PRIVATE " + "KEY-----\n";
    String log = "first\n" + begin + "abcdefgh\n".repeat(100) + "x\n".repeat(100);

    assertThat(streamed(log, 5, 128, 32, 16)).isEqualTo("first\n[redacted:pem:1]");
    assertThat(new Redactor().redact(log)).isEqualTo("first\n[redacted:pem:1]");
  }

  @Test
  void manyMegabytesComeOutWhole() throws IOException {
    String lines = String.join("", PARTS.subList(0, 4)).repeat(20_000);
    StringBuilder out = new StringBuilder();
    StreamRedactor stream = new StreamRedactor(new Redactor(), out);
    stream.append(lines);
    stream.finish();

    assertThat(lines).hasSizeGreaterThan(4 << 20);
    assertThat(out.toString().equals(new Redactor().redact(lines))).isTrue();
  }

  @Test
  void bytesThatAreNoSecretStay() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(46).nextBytes(noise);

    // Random bytes may look like a secret; that is the same as in a text.
    String text = new String(noise, StandardCharsets.ISO_8859_1);
    byte[] expected = new Redactor().redact(text).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(redacted(noise, 1000)).isEqualTo(expected);
  }

  @Test
  void everyCharsetIsRedactedInItself() throws IOException {
    String text = "first é\nGET /c?sv=2018&sig=" + SIG + " ok 失敗\npassword=" + PWD + "\n";
    String expected = new Redactor().redact(text);
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16)) {
      for (int chunk : List.of(1, 7, 10_000)) {
        byte[] bytes = redacted(text.getBytes(charset), chunk);

        assertThat(new String(bytes, charset)).as("%s", charset).isEqualTo(expected);
      }
    }
  }

  @Test
  void anEmptyStreamIsEmpty() throws IOException {
    assertThat(redacted(new byte[0], 1)).isEmpty();
    assertThat(streamed("", 1, 64, 16, 16)).isEmpty();
  }

  private static byte[] redacted(byte[] bytes, int chunk) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (OutputStream out = new RedactingOutput(new Redactor(), target)) {
      for (int i = 0; i < bytes.length; i += chunk) {
        out.write(bytes, i, Math.min(chunk, bytes.length - i));
      }
    }
    return target.toByteArray();
  }

  private static String streamed(String text, int chunk, int window) throws IOException {
    return streamed(text, chunk, window, 1000, 1000);
  }

  private static String streamed(String text, int chunk, int window, int reserve, int context)
      throws IOException {
    StringBuilder out = new StringBuilder();
    StreamRedactor stream = new StreamRedactor(new Redactor(), out, window, reserve, context);
    for (int i = 0; i < text.length(); i += chunk) {
      stream.append(text.substring(i, Math.min(text.length(), i + chunk)));
    }
    stream.finish();
    return out.toString();
  }

  /** Numbers the tokens anew, by their place: which round found a secret first may differ. */
  private static String numbered(String text) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      int number = numbers.computeIfAbsent(matcher.group(2), n -> numbers.size() + 1);
      parts.add(text.substring(end, matcher.start()) + "[" + matcher.group(1) + number + "]");
      end = matcher.end();
    }
    return String.join("", parts) + text.substring(end);
  }
}
