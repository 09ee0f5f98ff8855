package io.github.backupdiag.internal.intake.naming;

/** What a character is in a word. */
final class Letter {

  /** Below, no character has another form. */
  static final int FIRST_WITH_FORMS = 0xa0;

  private static final int TABLE = 0x250;
  private static final Kind[] KINDS = new Kind[TABLE];
  private static final boolean[] JOINTS = new boolean[0x80];

  static {
    for (char c = 0; c < TABLE; c++) {
      KINDS[c] = look(c);
    }
    for (char c : new char[] {'.', '_', '+', '-'}) {
      JOINTS[c] = true;
    }
  }

  private Letter() {}

  /** Kinds of characters. */
  enum Kind {
    /** Of no word. */
    NONE,
    /** A letter with which words between blanks are written. */
    LATIN,
    /** A digit. */
    DIGIT,
    /** A letter of any other script. */
    OTHER
  }

  static Kind of(char c) {
    return c < TABLE ? KINDS[c] : look(c);
  }

  private static Kind look(char c) {
    if (Character.isDigit(c)) {
      return Kind.DIGIT;
    }
    if (!Character.isLetter(c)) {
      return Kind.NONE;
    }
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? Kind.LATIN : Kind.OTHER;
  }

  /** Tells whether a word goes on with a character. */
  static boolean goesOn(char c) {
    return switch (of(c)) {
      case LATIN, DIGIT -> true;
      case NONE -> isJoint(c) || isMark(c);
      case OTHER -> false;
    };
  }

  private static boolean isMark(char c) {
    return c >= TABLE && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Tells whether a character joins parts of a word. */
  static boolean isJoint(char c) {
    return c < JOINTS.length && JOINTS[c];
  }

  /** Tells whether a letter is a Japanese syllable of the cursive kind: endings, particles. */
  static boolean isGrammar(char c) {
    return c >= 0x3041 && c <= 0x309f;
  }

  /**
   * Tells whether a letter is a Japanese syllable of the kind that foreign words are written in.
   */
  static boolean isKatakana(char c) {
    return c >= 0x30a1 && c <= 0x30ff;
  }
}
