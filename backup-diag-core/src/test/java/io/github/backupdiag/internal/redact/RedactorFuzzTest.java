package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorFuzzTest {

  private static final String CANARY = "Canary7" + Fakes.letters(77, 20);

  /** What makes a secret of the word behind it, whatever stood before. */
  private static final List<String> INTRODUCTIONS =
      List.of(
          "?sig=",
          "\"sig\":\"",
          "AccountKey=",
          "\"password\": \"",
          "\\\"password\\\":\\\"",
          "Bearer ",
          "access_token=",
          "<Password>",
          "\"protectedSettings\":\"",
          "\"protectedSettings\":{\"a\":\"",
          "%26sig%3D",
          "&amp;sig=",
          "--admin-password ",
          "-----BEGIN PRIVATE " + "KEY-----\n");

  static Stream<byte[]> texts() {
    return Samples.of(
        "\u0000{\"settings\": \"x\"", "\u0005\"a\\\": [redacted:sas:1]", "\u0009<Password>x</");
  }

  /** The first byte chooses what the canary follows, the rest is split around it. */
  @MethodSource("texts")
  @FuzzTest
  void redact(byte[] bytes) {
    int choice = bytes.length == 0 ? 0 : bytes[0] & 0xff;
    String text = new String(bytes, StandardCharsets.UTF_8);
    String before = text.substring(Math.min(1, text.length()), (text.length() + 1) / 2);
    String after = text.substring((text.length() + 1) / 2);
    String introduction = INTRODUCTIONS.get(choice % INTRODUCTIONS.size());

    String whole = before + " " + introduction + CANARY + after;
    String once = new Redactor().redact(whole);

    assertThat(once).doesNotContain(CANARY);
    assertThat(new Redactor().redact(once)).as("a second time").isEqualTo(once);
    assertThat(new Redactor().hide(whole)).as("the fast path").isEqualTo(once);
    assertThat(LastLook.at(once)).as("the last look").doesNotContain(CANARY);
  }

  /** The first two bytes choose window and chunk. */
  @MethodSource("texts")
  @FuzzTest
  void stream(byte[] bytes) throws IOException {
    int window = 128 + (bytes.length == 0 ? 0 : bytes[0] & 0xff);
    int chunk = 1 + (bytes.length < 2 ? 0 : bytes[1] & 0x3f);
    String text = new String(bytes, StandardCharsets.UTF_8) + "\nsig=" + CANARY + "\n";

    String streamed = streamed(text, chunk, window);

    assertThat(streamed).doesNotContain(CANARY).isEqualTo(streamed(text, 1, window));
    assertThat(streamed).hasSizeLessThan(40 * text.length() + 40);
  }

  private static String streamed(String text, int chunk, int window) throws IOException {
    StringBuilder out = new StringBuilder();
    StreamRedactor stream = new StreamRedactor(new Redactor(), out, window, 60, 40);
    for (int i = 0; i < text.length(); i += chunk) {
      stream.append(text.substring(i, Math.min(text.length(), i + chunk)));
    }
    stream.finish();
    return out.toString();
  }
}
