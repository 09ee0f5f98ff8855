package io.github.backupdiag.internal.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Base64 that holds a secret: certificates, keys and signed documents in DER (the attested document
 * of a VM, protected settings, the answer of the host about certificates), and texts in which a
 * secret stands, such as the encoded command of PowerShell.
 */
final class EncodedBlobs {

  /** The shortest certificate or key of use, in characters; shorter ones are hashes and ids. */
  private static final int SHORTEST_DER = 120;

  /** Shorter texts hold no name with a secret behind it. */
  private static final int SHORTEST_TEXT = Triggers.LONG_RUN;

  private static final int LOOK = 48;

  private EncodedBlobs() {}

  static void scan(PlainText text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (Ascii.isBase64(text.at(end))) {
        end++;
      }
      int length = end - i;
      if (length >= SHORTEST_DER && isDer(text, i)) {
        found.add(i, padded(text, end), Kind.PEM);
      } else if (length >= SHORTEST_TEXT && holdsSecret(text, i, end)) {
        found.add(i, padded(text, end), Kind.SETTINGS);
      }
      i = end + 1;
    }
  }

  private static int padded(PlainText text, int end) {
    int i = end;
    while (text.at(i) == '=' && i - end < 2) {
      i++;
    }
    return i;
  }

  /** A sequence whose length takes two bytes: 0x30 0x82. */
  private static boolean isDer(PlainText text, int i) {
    return text.at(i) == 'M' && text.at(i + 1) == 'I' && "IJKLMNOP".indexOf(text.at(i + 2)) >= 0;
  }

  private static boolean holdsSecret(PlainText text, int start, int end) {
    int whole = end - (end - start) % 4;
    if (!isText(decoded(text, start, Math.min(whole, start + LOOK)))) {
      return false;
    }
    String inner = new String(decoded(text, start, whole), StandardCharsets.ISO_8859_1);
    return Redactor.holdsSecret(inner);
  }

  /** What was cut at the end, or inside a longer run, is decoded as far as whole groups go. */
  private static byte[] decoded(PlainText text, int start, int end) {
    return Base64.getDecoder().decode(text.plain(start, end).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isText(byte[] bytes) {
    for (byte letter : bytes) {
      boolean readable = letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t';
      if (!readable && letter != 0) {
        return false;
      }
    }
    return bytes.length > 0;
  }
}
