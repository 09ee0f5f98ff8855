package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in texts that were wrapped or read in the wrong way. */
class BrokenTextTest {

  private static final String SIG = Fakes.signature(31);
  private static final String KEY = Fakes.storageKey(32);
  private static final String JWT = Fakes.webToken(33);

  static Stream<String> texts() {
    return Stream.of(
        "GET https://acct.blob.core.windows.net/c/s?sv=2018&sr=b&sig=" + SIG + " ended",
        "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=" + KEY + ";x=1 ended",
        "Authorization: Bearer " + JWT + " ended",
        "found the key " + KEY + " in memory, ended",
        "{\"password\": \"" + Fakes.password(34) + "\", \"x\": 1} ended");
  }

  private static List<String> secrets() {
    return List.of(SIG, KEY, JWT, Fakes.password(34));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aLineWrappedAnywhereInTheSecretShowsNothingOfIt(String text) {
    for (int shift = 0; shift < 80; shift++) {
      for (int column : List.of(76, 80)) {
        for (String end : List.of("\n", "\r\n")) {
          String padded = "x".repeat(shift) + " " + text;
          String redacted = new Redactor().redact(wrapped(padded, column, end));

          assertHidden(redacted);
          assertThat(redacted.replaceAll("\\R", "")).contains("ended");
        }
      }
    }
  }

  private static String wrapped(String text, int column, String end) {
    return text.replaceAll("(.{" + column + "})(?=.)", "$1" + end.replace("\n", "\\\n"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void quotedPrintableShowsNothing(String text) {
    for (int shift = 0; shift < 76; shift++) {
      String printable = ("x".repeat(shift) + " a=b " + text).replace("=", "=3D");
      String redacted = new Redactor().redact(softlyBroken(printable));

      assertHidden(redacted);
    }
  }

  private static String softlyBroken(String text) {
    StringBuilder broken = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      int size = text.startsWith("=3D", i) ? 3 : 1;
      if (column + size > 75) {
        broken.append("=\n");
        column = 0;
      }
      broken.append(text, i, i + size);
      column += size;
      i += size - 1;
    }
    return broken.toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void utf16ReadAsAnotherCharsetShowsNothing(String text) {
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (Charset wrong : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
        String read = new String(text.getBytes(wide), wrong);
        String redacted = new Redactor().redact(read);

        assertHidden(redacted.replace("\0", ""));
        assertThat(redacted.replace("\0", "")).contains("[redacted:").endsWith("ended");
      }
    }
  }

  private static void assertHidden(String redacted) {
    for (String secret : secrets()) {
      assertThat(Leaks.longest(redacted.replaceAll("=?\\R", ""), secret))
          .as(redacted)
          .isLessThan(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the line is not wrapped\nsig=# ok",
        "%u0026sig%u003d#",
        "&amp;sig&equals;# ok",
        "c?a=1\\x26sig\\x3d# ok"
      })
  void otherEscapesShowNothing(String text) {
    assertHidden(new Redactor().redact(text.replace("#", SIG)));
  }

  @Test
  void aLineOfThatLengthWithoutASecretStays() {
    String text = "x".repeat(76) + "\n" + "y".repeat(80) + "\r\nz";

    assertThat(new Redactor().redact(text)).isEqualTo(text);
  }
}
