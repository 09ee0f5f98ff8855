package io.github.backupdiag.internal.parse;

/** Cuts long lines for people: a line is known by its beginning, but must show what was found. */
public final class LineCut {

  /** The most characters that are left of a line. */
  public static final int MOST = 500;

  /** What is shown before the literal of a line whose beginning does not hold it. */
  private static final int BEFORE = 100;

  private static final String CUT = "…";

  private LineCut() {}

  /**
   * Cuts a line.
   *
   * @param line any text
   * @param literal what was found in it
   * @return the line without blanks and zeroes round it; if it is longer than 500 characters its
   *     beginning, or, behind an ellipsis, what stands round the literal
   */
  public static String of(String line, String literal) {
    String text = line.indexOf('\0') < 0 ? line.strip() : line.replace("\0", "").strip();
    if (text.length() <= MOST) {
      return text;
    }
    int at = text.indexOf(literal);
    if (at + literal.length() <= MOST) {
      return part(text, 0, MOST);
    }
    return CUT + part(text, at - BEFORE, at - BEFORE + MOST - CUT.length());
  }

  /** Does not cut a letter beyond 16 bits in two. */
  private static String part(String text, int from, int to) {
    int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    int end = Math.min(to, text.length());
    return text.substring(
        start, end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
  }
}
