package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Form;
import io.github.backupdiag.internal.redact.NamedSecret.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Values with a name before them: {@code name=value}, {@code name: value}, JSON, XML attributes,
 * and the pairs {@code "name": "password", "value": "…"}.
 */
final class NamedValues {

  /** A value stands near the name that announces it. */
  private static final int FURTHEST_VALUE = 4096;

  private final PlainText text;
  private final Spans found;

  /** Escapes of the quote seen last: the depth of the string around an unquoted value. */
  private int stringLevel;

  /** The quote that opened the string around, or {@link PlainText#OUTSIDE}. */
  private char stringQuote = PlainText.OUTSIDE;

  /** Named by a pair whose value has not come yet. */
  private @Nullable NamedSecret announced;

  private int announcedAt;

  private NamedValues(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new NamedValues(text, found).run();
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      switch (text.at(i)) {
        case '=', ':' -> i = Math.max(i + 1, assignment(i));
        case '"', '\'' -> passQuote(i++);
        case '\n', '\r' -> passLineEnd(i++);
        case '}', '>' -> {
          announced = null;
          i++;
        }
        default -> i++;
      }
    }
  }

  private void passQuote(int i) {
    boolean closes = text.at(i) == stringQuote && text.level(i) <= stringLevel;
    if (closes) {
      stringQuote = PlainText.OUTSIDE;
    } else if (stringQuote == PlainText.OUTSIDE) {
      stringQuote = text.at(i);
    }
    stringLevel = text.level(i);
  }

  /** No string goes over an end of a line that is none of its escapes. */
  private void passLineEnd(int i) {
    if (text.level(i) == 0) {
      stringQuote = PlainText.OUTSIDE;
      stringLevel = 0;
    }
  }

  /** Index from which to go on. */
  private int assignment(int separator) {
    int end = separator;
    while (Ascii.isBlank(text.at(end - 1))) {
      end--;
    }
    boolean quoted = Ascii.isQuote(text.at(end - 1));
    int nameEnd = quoted ? end - 1 : end;
    int nameStart = text.nameStart(nameEnd);
    int value = valueStart(separator, quoted);
    NamedSecret secret = secret(nameStart, nameEnd, value);
    if (secret == null || isOrdinaryUse(nameStart, nameEnd, separator, value)) {
      return separator;
    }
    boolean sure = quoted || isInQuery(nameStart);
    int level = isInQuery(nameStart) ? text.level(nameStart - 1) : 0;
    level = Math.max(Math.max(level, text.level(separator)), stringLevel);
    return value(value, secret, level, sure, quoted ? nameEnd : -1);
  }

  private int valueStart(int separator, boolean quotedName) {
    int i = separator + 1;
    if (text.at(i) == '=' || (text.at(i) == '>' && text.at(separator) == '=')) {
      i++;
    }
    return quotedName ? text.skipSpace(i) : text.skipBlanks(i);
  }

  private @Nullable NamedSecret secret(int nameStart, int nameEnd, int value) {
    NamedSecret byName = SecretNames.find(text, nameStart, nameEnd);
    if (byName != null) {
      return byName;
    }
    if (isWord(nameStart, nameEnd, "value")) {
      NamedSecret before = nameStart - announcedAt < FURTHEST_VALUE ? announced : null;
      announced = null;
      return before;
    }
    if (isWord(nameStart, nameEnd, "name") || isWord(nameStart, nameEnd, "key")) {
      int start = Ascii.isQuote(text.at(value)) ? value + 1 : value;
      announcedAt = start;
      announced = SecretNames.find(text, start, Math.min(text.nameEnd(start), start + 80));
    }
    return null;
  }

  private boolean isWord(int start, int end, String word) {
    return end - start == word.length() && text.hasWord(start, word);
  }

  /** {@code PWD=/root} of an environment, {@code /etc/passwd: Permission denied}. */
  private boolean isOrdinaryUse(int start, int end, int separator, int value) {
    boolean workingDirectory =
        Ascii.isUpper(text.at(start))
            && (isWord(start, end, "pwd") || isWord(start, end, "oldpwd"))
            && text.at(value) == '/';
    boolean file = text.at(separator) == ':' && text.hasWord(start - 4, "etc/");
    return workingDirectory || file;
  }

  private boolean isInQuery(int nameStart) {
    char before = text.at(nameStart - 1);
    return before == '?' || before == '&' || before == ';';
  }

  private int value(int start, NamedSecret secret, int level, boolean sure, int nameQuote) {
    char c = text.at(start);
    if (Ascii.isQuote(c) && !closesStringAround(start)) {
      return quoted(start, secret, sure);
    }
    String quote = nameQuote < 0 ? "" : text.raw(nameQuote, nameQuote + 1);
    if ((c == '{' || c == '[') && !isTemplate(start) && secret.form() == Form.ANY) {
      int end = Extent.balanced(text, start, nameQuote < 0 ? 0 : text.level(nameQuote));
      found.add(start, end, secret.kind(), quote);
      return end;
    }
    int from = secret.shape() == Shape.HEADER ? Schemes.skip(text, start) : start;
    int around = Ascii.isBlank(text.at(from - 1)) ? Math.max(level, text.level(from - 1)) : level;
    int end = Schemes.isDigest(text, start, from) ? lineEnd(from) : unquoted(from, around, secret);
    boolean ordinary =
        (secret.weak() && !sure) || (secret.shape() == Shape.HEADER && from == start);
    return add(from, end, secret, ordinary || isDigits(from, end, secret), quote) ? end : start;
  }

  private boolean isDigits(int start, int end, NamedSecret secret) {
    return secret.weak() && end - start <= 3 && Ascii.isDigit(text.at(start));
  }

  /** {@code "password="} at the end of a string: the quote belongs to the string. */
  private boolean closesStringAround(int quote) {
    char next = text.at(quote + 1);
    char second = text.at(quote + 2);
    boolean ends =
        second == PlainText.OUTSIDE || Ascii.isSpace(second) || "\"'}],".indexOf(second) >= 0;
    return text.at(quote) == stringQuote
        && (next == PlainText.OUTSIDE || ((next == ',' || next == '}' || next == ']') && ends));
  }

  private boolean isTemplate(int start) {
    int end = start + 1;
    while (Ascii.isName(text.at(end))) {
      end++;
    }
    return end > start + 1 && text.at(end) == '}' && text.at(start) == '{';
  }

  private int quoted(int quote, NamedSecret secret, boolean sure) {
    int open = Extent.isDoubled(text, quote, text.at(quote)) ? quote + 1 : quote;
    int end = Extent.quoted(text, open);
    int from = secret.shape() == Shape.HEADER ? Schemes.skip(text, open + 1) : open + 1;
    boolean ordinary =
        (secret.weak() && !sure) || (secret.shape() == Shape.HEADER && from == open + 1);
    return add(from, end, secret, ordinary, "") ? end + 1 : quote;
  }

  private int unquoted(int from, int level, NamedSecret secret) {
    int end = Extent.unquoted(text, from, level, secret.shape());
    return switch (secret.kind()) {
      case SAS -> Math.max(end, spacedSignature(from));
      case SETTINGS -> Harmless.isPlaceholder(text, from, end) ? end : words(end, level);
      default -> end;
    };
  }

  /** Settings dropped entirely: also the words after the first, up to a quote or the line's end. */
  private int words(int from, int level) {
    int end = from;
    while (Ascii.isBlank(text.at(end))) {
      end = Extent.unquoted(text, text.skipBlanks(end), level, Shape.FREE);
    }
    return end;
  }

  /** End of a signature whose plus signs were decoded to spaces (43 characters and {@code =}). */
  private int spacedSignature(int from) {
    for (int i = from; i < from + 43; i++) {
      if (!Ascii.isBase64(text.at(i)) && text.at(i) != ' ') {
        return from;
      }
    }
    return text.at(from + 43) == '=' && text.at(from + 42) != ' ' ? from + 44 : from;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && !Ascii.isLineEnd(text.at(i))) {
      i++;
    }
    return i;
  }

  private boolean add(int start, int end, NamedSecret secret, boolean mayBeOrdinary, String quote) {
    boolean harmless =
        !secret.fits(text, start, end)
            || Harmless.isPlaceholder(text, start, end)
            || (mayBeOrdinary && Harmless.isOrdinary(text, start, end));
    if (!harmless) {
      found.add(start, end, secret.kind(), quote);
    }
    return !harmless;
  }
}
