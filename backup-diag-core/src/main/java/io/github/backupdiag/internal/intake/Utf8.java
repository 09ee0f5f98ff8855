package io.github.backupdiag.internal.intake;

/** Tells whether bytes are UTF-8. */
final class Utf8 {

  private int letters;
  private int faults;
  private int firstForeign = -1;

  private Utf8() {}

  /** Looks through bytes; a letter that is cut at their end is no fault. */
  static Utf8 of(byte[] bytes) {
    Utf8 seen = new Utf8();
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      if (seen.firstForeign < 0) {
        seen.firstForeign = at;
      }
      int length = length(bytes, at);
      if (length == 0) {
        seen.faults++;
        at++;
      } else {
        seen.letters += at + length <= bytes.length ? 1 : 0;
        at += length;
      }
    }
    return seen;
  }

  /** Gives the length of the letter at a place, 0 if there is none. */
  private static int length(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length =
        lead >= 0xF0 && lead <= 0xF4
            ? 4
            : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    for (int i = at + 1; i < Math.min(at + length, bytes.length); i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** True for UTF-8, also with a few damaged letters: other charsets hardly ever look like it. */
  boolean isPlausible() {
    return faults == 0 || letters >= 4 * faults;
  }

  /** Place of the first byte that is not ASCII, or -1. */
  int firstForeign() {
    return firstForeign;
  }
}
