package io.github.backupdiag.internal.redact;

/** Storage keys without a name: 64 bytes in base64, 86 characters and {@code ==}. */
final class BareKeys {

  private static final int DIGITS = 86;
  private static final String HASH = "sha512";

  private BareKeys() {}

  static void scan(PlainText text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (Ascii.isBase64(text.at(end))) {
        end++;
      }
      if (end - i == DIGITS && isPadded(text, end) && !isHash(text, i)) {
        found.add(i, end + 2, Kind.KEY);
      }
      i = end + 1;
    }
  }

  private static boolean isPadded(PlainText text, int end) {
    char after = text.at(end + 2);
    return text.at(end) == '=' && text.at(end + 1) == '=' && after != '=' && !Ascii.isBase64(after);
  }

  /** A SHA-512 hash has the same form, and says so before it: {@code sha512-…}. */
  private static boolean isHash(PlainText text, int start) {
    int end = start;
    while (start - end < 6 && !Ascii.isAlphanumeric(text.at(end - 1)) && end > 0) {
      end--;
    }
    return text.hasWord(end - HASH.length(), HASH) || text.hasWord(end - 7, "sha-512");
  }
}
