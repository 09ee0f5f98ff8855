package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Shape;

/** Where a value ends. What is not closed goes to the end of the text. */
final class Extent {

  private static final String OPENERS = "([{";
  private static final String CLOSERS = ")]}";

  private Extent() {}

  /** Index of the quote that closes the one at {@code open}; deeper escaped quotes are content. */
  static int quoted(PlainText text, int open) {
    char quote = text.at(open);
    int level = text.level(open);
    int i = open + 1;
    while (i < text.length() && !closes(text, i, quote, level)) {
      i += isDoubled(text, i, quote) ? 2 : 1;
    }
    return i;
  }

  private static boolean closes(PlainText text, int i, char quote, int level) {
    return text.at(i) == quote
        && text.level(i) <= level
        && !(text.level(i) == level && isDoubled(text, i, quote));
  }

  /** Two quotes inside a value stand for one, as in SQL, CSV and PowerShell. */
  static boolean isDoubled(PlainText text, int i, char quote) {
    return text.at(i) == quote
        && text.at(i + 1) == quote
        && text.level(i) == text.level(i + 1)
        && i + 2 < text.length()
        && !mayFollowValue(text.at(i + 2))
        && !isTagAround(text, i);
  }

  /** A tag that is not escaped ends the element in which escaped quotes stand. */
  private static boolean isTagAround(PlainText text, int quote) {
    return text.at(quote + 2) == '<' && text.level(quote + 2) < text.level(quote);
  }

  private static boolean mayFollowValue(char c) {
    return c == PlainText.OUTSIDE || Ascii.isSpace(c) || "\"',;:&|/>)]}".indexOf(c) >= 0;
  }

  /** Index after the object or array that begins at {@code open}. */
  static int balanced(PlainText text, int open, int quoteLevel) {
    int depth = 0;
    int i = open;
    while (i < text.length()) {
      char c = text.at(i);
      if (Ascii.isQuote(c)) {
        if (text.level(i) < quoteLevel) {
          return i;
        }
        i = quoted(text, i);
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      i++;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Index after an unquoted value; {@code level} is that of the string around it. */
  static int unquoted(PlainText text, int from, int level, Shape shape) {
    int[] opened = new int[OPENERS.length()];
    int i = placeholderEnd(text, from);
    while (i < text.length() && !ends(text, i, level, shape)) {
      int opener = OPENERS.indexOf(text.at(i));
      if (opener >= 0) {
        opened[opener]++;
      }
      i++;
    }
    while (i > from && isForeignCloser(text.at(i - 1), opened)) {
      i--;
    }
    return i;
  }

  /** Index after {@code <word>} when one stands here, else {@code from}. */
  private static int placeholderEnd(PlainText text, int from) {
    int end = text.at(from) == '<' ? from + 1 : from;
    while (end > from && (Ascii.isName(text.at(end)) || Character.isLetter(text.at(end)))) {
      end++;
    }
    return end > from + 1 && text.at(end) == '>' ? end + 1 : from;
  }

  private static boolean isForeignCloser(char c, int[] opened) {
    int closer = CLOSERS.indexOf(c);
    return closer >= 0 && opened[closer] == 0;
  }

  private static boolean ends(PlainText text, int i, int level, Shape shape) {
    char c = text.at(i);
    boolean encoded = shape == Shape.ENCODED || shape == Shape.QUERY;
    if (!encoded && text.level(i) > level) {
      return c == '&' && beginsPair(text, i + 1, level);
    }
    return switch (c) {
      case ' ', '\t', '\n', '\r', '"' -> true;
      case '\'', '`', '>' -> encoded || mayFollowValue(text.at(i + 1));
      case '<' -> encoded || text.at(i + 1) == '/';
      case '&' -> shape != Shape.QUERY && (encoded || beginsNext(text, i + 1));
      case ';', ',', '|' -> encoded || beginsNext(text, i + 1);
      default -> false;
    };
  }

  /**
   * Whether what follows a separator looks like the next of a list, not like more of a password.
   */
  private static boolean beginsNext(PlainText text, int from) {
    char c = text.at(from);
    if (mayFollowValue(c) || c == '{' || c == '[') {
      return true;
    }
    return beginsPair(text, from, Integer.MAX_VALUE);
  }

  /** Whether {@code name=} follows, its sign under no more escapes than {@code level}. */
  private static boolean beginsPair(PlainText text, int from, int level) {
    int end = text.nameEnd(from);
    char after = text.at(end);
    return end > from && (after == '=' || after == ':') && text.level(end) <= level;
  }
}
