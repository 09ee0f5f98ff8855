package io.github.backupdiag.internal.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads what {@code icacls PATH /findsid} prints: the path if its rights name the account, in a
 * sentence of the display language, else a sentence without it.
 */
public final class FoundSid {

  private FoundSid() {}

  /**
   * Tells whether the account was found.
   *
   * @param path the path as it was asked for, with {@code \}
   * @param out standard output
   * @return true if the path stands in it
   */
  public static boolean in(String path, byte[] out) {
    String text = new String(out, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.toLowerCase(Locale.ROOT).contains(path.toLowerCase(Locale.ROOT));
  }
}
