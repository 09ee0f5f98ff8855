package io.github.backupdiag.internal.intake;

import java.util.BitSet;

/** Rates how a code is written, once its letters and digits are known to agree. */
final class Spelling {

  static final double EXACT = 1;
  static final double OTHER_CASE = 0.98;
  static final double TORN = 0.85;

  private static final int LONG_PIECE = 16;
  private static final int CAMEL_PIECE = 7;
  private static final int HUMPS_OF_NO_PROSE = 5;

  private Spelling() {}

  /** Gives the score of a spelling, 0 if it is rather prose than the code. */
  static double score(Pattern.Name name, String written) {
    if (written.equals(name.spelled())) {
      return Math.min(EXACT, name.kind().most);
    }
    if (written.equalsIgnoreCase(name.spelled()) && !isOneWord(name.spelled())) {
      return Math.min(OTHER_CASE, name.kind().most);
    }
    boolean allowed = name.kind() != Pattern.Kind.UNPREFIXED;
    return allowed
            && !isOneWord(name.spelled())
            && isTorn(name.spelled(), written)
            && !isProse(name.spelled(), written)
        ? TORN
        : 0;
  }

  /** A code such as "Throttled" is a word of every day in another case. */
  private static boolean isOneWord(String spelled) {
    return spelled.chars().allMatch(Character::isLetter) && Humps.of(spelled).size() == 1;
  }

  /** Tells whether only blanks and the like were put in, or a hyphen of the code was lost. */
  private static boolean isTorn(String spelled, String written) {
    int at = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (at < spelled.length() && lower(spelled.charAt(at)) == lower(c)) {
        at++;
      } else if (Character.isLetterOrDigit(c)) {
        // The letters agree, so the code has a sign here that the text has not.
        if (at >= spelled.length() || spelled.charAt(at) != '-') {
          return false;
        }
        at += 2;
      } else if (!isTear(c)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }

  private static boolean isTear(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '_';
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
    BitSet wordEnds = wordEnds(spelled);
    return wordEnds.cardinality() < HUMPS_OF_NO_PROSE && !isTornInsideWord(written, wordEnds);
  }

  /** Tells whether a word is torn while another hangs on its neighbour, as wrapping does it. */
  private static boolean isTornInsideWord(String written, BitSet wordEnds) {
    BitSet tears = new BitSet();
    int letters = 0;
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLetterOrDigit(written.charAt(i))) {
        letters++;
      } else {
        tears.set(letters);
      }
    }
    tears.set(letters);
    BitSet inside = (BitSet) tears.clone();
    inside.andNot(wordEnds);
    wordEnds.andNot(tears);
    return !inside.isEmpty() && !wordEnds.isEmpty();
  }

  /** Counts letters and digits up to the end of each word of a code. */
  private static BitSet wordEnds(String spelled) {
    BitSet ends = new BitSet();
    int letters = 0;
    for (String hump : Humps.of(spelled)) {
      letters += (int) hump.chars().filter(Character::isLetterOrDigit).count();
      ends.set(letters);
    }
    return ends;
  }

  private static boolean isJoined(String piece) {
    return piece.length() >= LONG_PIECE || (piece.length() >= CAMEL_PIECE && Humps.isCamel(piece));
  }
}
