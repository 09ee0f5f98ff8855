package io.github.backupdiag.internal.redact;

/**
 * A text as scanners see it: escapes undone, each token of an earlier redaction one character.
 * Every character knows the raw characters it stands for and how many layers of escapes hid it.
 */
final class PlainText {

  /** Stands for a whole token. */
  static final char TOKEN = '\uE000';

  /** What lies before the first and after the last character. */
  static final char OUTSIDE = '\uFFFF';

  private final String raw;
  private final char[] chars;
  private final int[] starts;
  private final byte[] levels;
  private final int length;

  PlainText(String raw, char[] chars, int[] starts, byte[] levels, int length) {
    this.raw = raw;
    this.chars = chars;
    this.starts = starts;
    this.levels = levels;
    this.length = length;
  }

  int length() {
    return length;
  }

  char at(int index) {
    return index >= 0 && index < length ? chars[index] : OUTSIDE;
  }

  /** Layers of escapes around a character: 0 as typed, 1 for {@code \"}, 2 for {@code \\\"}. */
  int level(int index) {
    return index >= 0 && index < length ? levels[index] : 0;
  }

  int rawStart(int index) {
    return starts[index];
  }

  String raw(int start, int end) {
    return raw.substring(starts[start], starts[end]);
  }

  String plain(int start, int end) {
    return new String(chars, start, end - start);
  }

  boolean isToken(int start, int end) {
    return end - start == 1 && chars[start] == TOKEN;
  }

  /** Whether a word of lower-case ASCII stands here, in any case. */
  boolean hasWord(int index, String word) {
    if (index < 0 || index + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Ascii.lower(chars[index + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** First index from {@code from} on that is no space or tab. */
  int skipBlanks(int from) {
    int i = from;
    while (Ascii.isBlank(at(i))) {
      i++;
    }
    return i;
  }

  /** First index from {@code from} on that is no white space. */
  int skipSpace(int from) {
    int i = from;
    while (Ascii.isSpace(at(i))) {
      i++;
    }
    return i;
  }

  /** Where the name that ends before {@code end} begins; looks back 80 characters at most. */
  int nameStart(int end) {
    int i = end;
    while (i > 0 && end - i < 80 && Ascii.isName(chars[i - 1])) {
      i--;
    }
    return i;
  }

  /** Where the name that begins at {@code start} ends. */
  int nameEnd(int start) {
    int i = start;
    while (Ascii.isName(at(i))) {
      i++;
    }
    return i;
  }
}
