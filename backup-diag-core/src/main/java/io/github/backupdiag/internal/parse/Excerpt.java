package io.github.backupdiag.internal.parse;

/** The beginning of a long text. */
final class Excerpt {

  private static final int LONGEST = 300;

  private Excerpt() {}

  /** Cuts at 300 characters, or one earlier rather than inside a character. */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean inside = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, inside ? LONGEST - 1 : LONGEST);
  }
}
