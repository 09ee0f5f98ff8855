package io.github.backupdiag.internal.intake.payload;

/** A place in a text that knows its line. Not thread-safe. */
final class Cursor {

  static final int LONGEST_KEY = 200;

  private final String text;
  private final int limit;
  private final boolean counting;
  private int at;
  private int line;
  private boolean closed;

  private Cursor(String text, int limit, int line, boolean counting) {
    this.text = text;
    this.limit = limit;
    this.line = line;
    this.counting = counting;
  }

  /** Begins at line 1 of an input. */
  static Cursor ofInput(String text, int limit) {
    return new Cursor(text, limit, 1, true);
  }

  /** Stands on the line of a string whose inside is read. */
  static Cursor ofString(String text, int line) {
    return new Cursor(text, text.length(), line, false);
  }

  /** A cursor of its own at the same place. */
  Cursor copy() {
    Cursor copy = new Cursor(text, limit, line, counting);
    copy.at = at;
    return copy;
  }

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  String text() {
    return text;
  }

  boolean isAtEnd() {
    return at >= limit;
  }

  char peek() {
    return text.charAt(at);
  }

  char next() {
    char c = text.charAt(at++);
    if (c == '\n' && counting) {
      line++;
    }
    return c;
  }

  /** Goes to the next of two characters, or to the end. */
  void seek(char one, char other) {
    while (at < limit && peek() != one && peek() != other) {
      next();
    }
  }

  boolean take(char wanted) {
    if (at < limit && peek() == wanted) {
      next();
      return true;
    }
    return false;
  }

  void skipBlanks() {
    skipBlanksAnd(' ');
  }

  /** Skips blanks, quotation marks of a reply at the beginning of a line, and one more. */
  void skipBlanksAnd(char other) {
    boolean beginning = at == 0;
    while (at < limit) {
      char c = peek();
      boolean quoting = c == '>' && beginning;
      if (!isBlank(c) && !quoting && c != other) {
        return;
      }
      beginning = c == '\n' || quoting || (beginning && c == ' ');
      next();
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '“' || c == '”' || c == '„';
  }

  private static boolean closes(char c, char open) {
    boolean plain = open == '"' || open == '\'';
    return plain ? c == open : c == '”' || c == '“';
  }

  /** False if the string that was read last has no end. */
  boolean isClosed() {
    return closed;
  }

  /** Reads a string from its opening quote on, with its escapes undone. */
  String string(int longest) {
    char open = next();
    int from = at;
    StringBuilder undone = null;
    closed = false;
    while (at < limit && at - from <= longest) {
      char c = next();
      if (closes(c, open)) {
        closed = true;
        return undone == null ? text.substring(from, at - 1) : undone.toString();
      }
      if (c == '\\' && undone == null) {
        undone = new StringBuilder(text.substring(from, at - 1));
      }
      if (undone != null) {
        undone.append(c == '\\' ? escaped() : c);
      }
    }
    return undone == null ? text.substring(from, at) : undone.toString();
  }

  private char escaped() {
    if (isAtEnd()) {
      return '\uFFFD';
    }
    char c = next();
    int known = "bfnrt".indexOf(c);
    if (known >= 0) {
      return "\b\f\n\r\t".charAt(known);
    }
    return c == 'u' ? unicode() : c;
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4 && !isAtEnd(); i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        return '\uFFFD';
      }
      code = code * 16 + digit;
      next();
    }
    return (char) code;
  }

  /** Reads what stands without quotes, up to the next sign. */
  String word() {
    int from = at;
    while (at < limit && isWordPart(peek())) {
      next();
    }
    return text.substring(from, at);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
  }

  /** Skips an object or array of any depth; false if it has no end. */
  boolean skipValue() {
    int depth = 0;
    do {
      if (isAtEnd()) {
        return false;
      }
      char c = peek();
      if (c == '"') {
        string(Integer.MAX_VALUE);
      } else {
        next();
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    } while (depth > 0);
    return true;
  }
}
