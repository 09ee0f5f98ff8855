package io.github.backupdiag.internal.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Folds characters: compatibility forms and case undone (NFKC, then upper and lower case, so that ß
 * equals SS and the Turkish ı and İ equal i), all but letters and digits dropped.
 */
final class Folding {

  /** Blank, punctuation, symbol: not part of a normal form. */
  static final char DROPPED = 0;

  /** Combines with its neighbours or becomes several: has to be folded together with them. */
  static final char COMBINING = 1;

  /** Invisible, such as a soft hyphen: as if it were not there. */
  static final char IGNORED = 2;

  // One page for each 256 characters, made when a text first needs it: making all of them takes
  // longer than most runs.
  private static final AtomicReferenceArray<char[]> PAGES = new AtomicReferenceArray<>(256);
  // By itself, since a page of Latin letters loads the tables of the normaliser.
  private static final char[] ASCII = ascii();

  private Folding() {}

  /** Gives the folded character, or one of the three marks above. */
  static char of(char c) {
    if (c < ASCII.length) {
      return ASCII[c];
    }
    return isPlain(c) ? c : pageOf(c >> 8)[c & 0xff];
  }

  /** Folds a piece of text as a whole. */
  static String of(CharSequence piece) {
    return folded(Normalizer.normalize(piece, Normalizer.Form.NFKC));
  }

  private static String folded(String composed) {
    String upper = composed.toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(upper.length());
    int at = 0;
    while (at < upper.length()) {
      int c = upper.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        folded.appendCodePoint(Character.toLowerCase(c));
      }
      at += Character.charCount(c);
    }
    return folded.toString();
  }

  /**
   * Tells whether a folded character belongs to a script that sets no blanks between words, or
   * hangs its particles on foreign words.
   */
  static boolean isCjk(int c) {
    return c >= 0x2e80 || (c >= 0x1100 && c < 0x1200);
  }

  /** Tells whether a normal form holds a character of such a script. */
  static boolean hasCjk(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (isCjk(form.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(char c) {
    return (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x30a1 && c <= 0x30fa);
  }

  private static char[] pageOf(int number) {
    char[] known = PAGES.get(number);
    if (known == null) {
      known = page(number);
      PAGES.set(number, known);
    }
    return known;
  }

  private static char[] ascii() {
    char[] folded = new char[0x80];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : DROPPED;
    }
    return folded;
  }

  private static char[] page(int number) {
    char[] page = new char[256];
    for (int i = 0; i < page.length; i++) {
      page[i] = single((char) (number << 8 | i));
    }
    return page;
  }

  private static char single(char c) {
    if (Character.isSurrogate(c)) {
      return COMBINING;
    }
    if (Character.getType(c) == Character.FORMAT) {
      return IGNORED;
    }
    String plain = String.valueOf(c);
    if (c >= 0x80 && !Normalizer.isNormalized(plain, Normalizer.Form.NFKC)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }
    if (combines(plain.charAt(0))) {
      return COMBINING;
    }
    String folded = folded(plain);
    return folded.isEmpty() ? DROPPED : folded.length() == 1 ? folded.charAt(0) : COMBINING;
  }

  private static boolean combines(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (c >= 0x1160 && c <= 0x11ff)
        || (c >= 0xd7b0 && c <= 0xd7fb);
  }
}
