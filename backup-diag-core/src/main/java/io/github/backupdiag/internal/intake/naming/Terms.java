package io.github.backupdiag.internal.intake.naming;

import java.text.Normalizer;

/**
 * The terms of a text, one after the other: words in small letters without their endings, and pairs
 * of neighbours where a script has no blanks between words. Not reusable.
 */
final class Terms {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final int LEAST_STEM = 4;
  private static final int DOTS_OF_ADDRESS = 3;

  /** Endings of English and German that make no other word of a word. */
  private static final String[] ENDINGS = {"ing", "ies", "ed", "es", "en", "er", "s", "e", "n"};

  /** Takes the terms as they go by. */
  interface Sink {

    /**
     * Takes a term.
     *
     * @param letters its letters; overwritten by the next one
     * @param length how many there are
     * @param start place of the word in the text
     * @param end place after the word
     */
    void term(char[] letters, int length, int start, int end);

    /** Says that a sentence has ended. */
    void endOfSentence();
  }

  private final String text;
  private final Sink sink;
  private final char[] letters = new char[LONGEST];

  private Terms(String text, Sink sink) {
    this.text = text;
    this.sink = sink;
  }

  /** Gives a text as {@link #read} wants it: with one form of each letter. */
  static String normal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= Letter.FIRST_WITH_FORMS) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  /** Reads a text that {@link #normal} gave. */
  static void read(String text, Sink sink) {
    new Terms(text, sink).read();
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (Letter.of(c)) {
        case LATIN, DIGIT -> at = word(at);
        case OTHER -> at = run(at);
        default -> at = between(c, at);
      }
    }
    sink.endOfSentence();
  }

  private int between(char c, int at) {
    if (c == '/' || c == '\\') {
      return afterFolders(at);
    }
    if (endsSentence(c, at)) {
      sink.endOfSentence();
    }
    return at + 1;
  }

  private boolean endsSentence(char c, int at) {
    return switch (c) {
      case '\n', '\r', '。', '；', '！', '？', '!', '?', ';' -> true;
      case ' ', '\t' -> at > 0 && text.charAt(at - 1) == '.';
      default -> false;
    };
  }

  /** Folders of a path stand in many lines that have nothing in common. */
  private int afterFolders(int slash) {
    int after = slash + 1;
    int at = after;
    while (at < text.length() && isOfPath(text.charAt(at))) {
      at++;
      if (at < text.length() && at > after && (text.charAt(at) == '/' || text.charAt(at) == '\\')) {
        after = ++at;
      }
    }
    return after;
  }

  private static boolean isOfPath(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "._{}<>*-".indexOf(c) >= 0);
  }

  private int word(int start) {
    int end = start + 1;
    while (end < text.length() && Letter.goesOn(text.charAt(end))) {
      end++;
    }
    int bare = end;
    while (Letter.isJoint(text.charAt(bare - 1))) {
      bare--;
    }
    add(start, bare);
    parts(start, bare);
    return end;
  }

  /** "hostPluginVersion" and "host-plugin_2" also speak of a plug-in. */
  private void parts(int start, int end) {
    int from = start;
    for (int at = start; at < end; at++) {
      if (Letter.isJoint(text.charAt(at)) || (at > from && beginsPart(at))) {
        add(from, at);
        from = Letter.isJoint(text.charAt(at)) ? at + 1 : at;
      }
    }
    if (from > start) {
      add(from, end);
    }
  }

  private boolean beginsPart(int at) {
    char before = text.charAt(at - 1);
    char c = text.charAt(at);
    return (Character.isLowerCase(before) && Character.isUpperCase(c))
        || (Character.isLetter(before) && Character.isDigit(c));
  }

  private void add(int start, int end) {
    int length = end - start;
    if (length < SHORTEST || length > LONGEST || isNumber(start, end)) {
      return;
    }
    for (int i = 0; i < length; i++) {
      letters[i] = Character.toLowerCase(text.charAt(start + i));
    }
    sink.term(letters, stem(length), start, end);
  }

  /** An address is a name; any other number is not. */
  private boolean isNumber(int start, int end) {
    int dots = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isDigit(c) && !Letter.isJoint(c)) {
        return false;
      }
      dots += c == '.' ? 1 : 0;
    }
    return dots != DOTS_OF_ADDRESS;
  }

  private int stem(int length) {
    for (String ending : ENDINGS) {
      int rest = length - ending.length();
      if (rest >= LEAST_STEM && endsWith(ending, rest)) {
        return rest;
      }
    }
    return length;
  }

  private boolean endsWith(String ending, int from) {
    for (int i = 0; i < ending.length(); i++) {
      if (letters[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Letters of a script without blanks. */
  private int run(int start) {
    int at = start;
    while (at < text.length() && Letter.of(text.charAt(at)) == Letter.Kind.OTHER) {
      at = Letter.isKatakana(text.charAt(at)) ? foreignWord(at) : pair(at);
    }
    return at;
  }

  /** Japanese writes foreign words in syllables of their own, which end where the word does. */
  private int foreignWord(int start) {
    int end = start + 1;
    while (end < text.length() && Letter.isKatakana(text.charAt(end))) {
      end++;
    }
    if (end - start > 1) {
      int length = Math.min(end - start, LONGEST);
      text.getChars(start, start + length, letters, 0);
      sink.term(letters, length, start, start + length);
    }
    return end;
  }

  /** Two neighbours, unless they are a mere Japanese ending or particle. */
  private int pair(int at) {
    if (at + 1 < text.length() && Letter.of(text.charAt(at + 1)) == Letter.Kind.OTHER) {
      letters[0] = text.charAt(at);
      letters[1] = text.charAt(at + 1);
      if (!Letter.isGrammar(letters[0]) && !Letter.isKatakana(letters[1])) {
        sink.term(letters, 2, at, at + 2);
      }
    }
    return at + 1;
  }
}
