package io.github.backupdiag.internal.redact;

/** Classes of characters that matter around secrets. */
final class Ascii {

  private Ascii() {}

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isName(char c) {
    return isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }

  static boolean isBase64(char c) {
    return isAlphanumeric(c) || c == '+' || c == '/';
  }

  static boolean isBase64Url(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isSpace(char c) {
    return isBlank(c) || isLineEnd(c);
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Value of a hexadecimal digit, or -1. */
  static int hex(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    char low = lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
  }

  /** Whether an escape of this value is undone: printable ASCII and white space. */
  static boolean isPlain(int value) {
    return (value >= ' ' && value < 127) || value == '\n' || value == '\r' || value == '\t';
  }
}
