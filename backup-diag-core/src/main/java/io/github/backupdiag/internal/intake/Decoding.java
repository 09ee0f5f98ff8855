package io.github.backupdiag.internal.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Turns bytes into text: by their byte order mark, else as UTF-8 if they are valid, else in the
 * charset that makes the most plausible text of them. What cannot be decoded becomes U+FFFD.
 */
public final class Decoding {

  private static final int SAMPLE = 32 * 1024;

  /** The longer marks first: that of UTF-16 begins that of UTF-32. */
  private static final List<Map.Entry<String, String>> MARKS =
      List.of(
          Map.entry("\u0000\u0000\u00fe\u00ff", "UTF-32BE"),
          Map.entry("\u00ff\u00fe\u0000\u0000", "UTF-32LE"),
          Map.entry("\u00ef\u00bb\u00bf", "UTF-8"),
          Map.entry("\u00fe\u00ff", "UTF-16BE"),
          Map.entry("\u00ff\u00fe", "UTF-16LE"));

  private Decoding() {}

  /**
   * Decodes bytes.
   *
   * @param bytes any bytes
   * @return the text without its byte order mark
   */
  public static String decoded(byte[] bytes) {
    for (Map.Entry<String, String> mark : MARKS) {
      if (begins(bytes, mark.getKey()) && Charset.isSupported(mark.getValue())) {
        int length = mark.getKey().length();
        return new String(bytes, length, bytes.length - length, Charset.forName(mark.getValue()));
      }
    }
    return new String(bytes, charset(bytes));
  }

  private static boolean begins(byte[] bytes, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(byte[] bytes) {
    int zeros = zeroParity(bytes);
    if (zeros >= 0) {
      return zeros == 1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    Utf8 seen = Utf8.of(bytes);
    if (seen.isPlausible()) {
      return StandardCharsets.UTF_8;
    }
    int from = seen.firstForeign();
    int to = Math.min(bytes.length, from + SAMPLE);
    List<LegacyCharset> all = LegacyCharset.all();
    LegacyCharset best = LegacyCharset.best(all, bytes, from, to);
    return best.isLatin() ? latin(all, bytes, from, to) : best.charset();
  }

  private static Charset latin(List<LegacyCharset> all, byte[] bytes, int from, int to) {
    List<Charset> latin =
        all.stream().filter(LegacyCharset::isLatin).map(LegacyCharset::charset).toList();
    return LatinAlphabet.best(latin, bytes, from, to);
  }

  /**
   * Tells where zero bytes stand: text of Latin letters in UTF-16 has one in each letter, all at
   * even or all at odd places. Elsewhere zeros are only a damage, as at the end of a status file.
   */
  private static int zeroParity(byte[] bytes) {
    int[] zeros = new int[2];
    int length = Math.min(bytes.length, SAMPLE);
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int most = zeros[1] > zeros[0] ? 1 : 0;
    boolean many = zeros[most] * 10 >= length && zeros[most] > 0;
    return many && zeros[1 - most] * 20 <= zeros[most] ? most : -1;
  }
}
