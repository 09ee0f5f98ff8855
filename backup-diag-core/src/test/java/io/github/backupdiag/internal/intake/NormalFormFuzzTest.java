package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NormalFormFuzzTest {

  static Stream<byte[]> texts() {
    return Samples.of(
        "Snapshot&nbsp;failed &#x41;&#65;&amp;quot;",
        "\\u0041\\n\\\\\\\"x\\\"",
        "\uFF33\uFF4E\uFF41\uFF50 e\u0301\u0323 \u1100\u1161\u11A8 \u30AB\u3099",
        "\u200B\u00AD%20%C3%A4");
  }

  /** Letters and digits, each at a place of the text behind the one before. */
  @MethodSource("texts")
  @FuzzTest
  void next(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    NormalForm form = new NormalForm(text, text.length());
    int start = 0;
    int end = 0;
    int length = 0;
    for (int c = form.next(); c >= 0; c = form.next()) {
      assertThat(form.start()).isBetween(start, text.length());
      assertThat(form.end()).isBetween(Math.max(end, form.start()), text.length());
      start = form.start();
      end = form.end();
      length++;
    }
    // One letter may stand for a word of up to 18 (U+FDFA), an entity never for more than it has.
    assertThat(length).isLessThanOrEqualTo(text.length() * 18);
    assertThat(NormalForm.of(text)).hasSize(length);
  }
}
