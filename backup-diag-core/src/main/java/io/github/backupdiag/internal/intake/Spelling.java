package io.github.backupdiag.internal.intake;

/** Rates how a code is written, once its letters and digits are known to agree. */
final class Spelling {

  static final double EXACT = 1;
  static final double OTHER_CASE = 0.98;
  static final double TORN = 0.85;

  private static final int LONG_PIECE = 16;
  private static final int CAMEL_PIECE = 8;
  private static final int HUMPS_OF_NO_PROSE = 5;

  private Spelling() {}

  /** Gives the score of a spelling, 0 if it is rather prose than the code. */
  static double score(Pattern.Name name, String written) {
    if (written.equals(name.spelled())) {
      return Math.min(EXACT, name.kind().most);
    }
    if (written.equalsIgnoreCase(name.spelled())) {
      return Math.min(OTHER_CASE, name.kind().most);
    }
    boolean allowed = name.kind() != Pattern.Kind.UNPREFIXED;
    return allowed && isTorn(name.spelled(), written) && !isProse(name.spelled(), written)
        ? TORN
        : 0;
  }

  /** Tells whether only blanks, hyphens and the like were put in or lost. */
  private static boolean isTorn(String spelled, String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean tear = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '_';
      if (!tear && !Character.isLetterOrDigit(c) && spelled.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * "Backup operation failed" is a sentence, "BackUp OperationFailed" a torn code: somewhere words
   * hang together, or there are too many of them for an accident.
   */
  private static boolean isProse(String spelled, String written) {
    int from = 0;
    for (int i = 0; i <= written.length(); i++) {
      if (i == written.length() || !Character.isLetterOrDigit(written.charAt(i))) {
        if (isJoined(written.substring(from, i))) {
          return false;
        }
        from = i + 1;
      }
    }
    return Humps.of(spelled).size() < HUMPS_OF_NO_PROSE;
  }

  private static boolean isJoined(String piece) {
    return piece.length() >= LONG_PIECE || (piece.length() >= CAMEL_PIECE && Humps.isCamel(piece));
  }
}
