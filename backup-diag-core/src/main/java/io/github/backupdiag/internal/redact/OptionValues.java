package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Shape;

/**
 * Command-line options: {@code --password x}, {@code -AccountKey x}, {@code ["--sas-token", "x"]}.
 */
final class OptionValues {

  /** The word before a password typed for openssl; the agent gives it an empty one. */
  private static final String OPENSSL = "pass:";

  private final PlainText text;
  private final Spans found;

  private OptionValues(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new OptionValues(text, found).run();
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      i = text.at(i) == '-' && mayPrecede(text.at(i - 1)) ? Math.max(i + 1, option(i)) : i + 1;
    }
  }

  private static boolean mayPrecede(char c) {
    return c == PlainText.OUTSIDE || Ascii.isSpace(c) || Ascii.isQuote(c) || "[(,`".indexOf(c) >= 0;
  }

  private int option(int dash) {
    int end = text.nameEnd(dash);
    int value = valueStart(end);
    NamedSecret secret = value == end ? null : SecretNames.find(text, text.nameStart(end), end);
    if (secret == null || secret.weak() || secret.shape() == Shape.HEADER) {
      return end;
    }
    return hide(value, secret);
  }

  /** Skips blanks, or the quotes and comma between two elements of a list; else {@code end}. */
  private int valueStart(int end) {
    int i = Ascii.isQuote(text.at(end)) ? end + 1 : end;
    i = text.at(i) == ',' ? i + 1 : i;
    int value = text.skipBlanks(i);
    boolean separated = value > i || text.at(i - 1) == ',';
    boolean next = text.at(value) == '-' || text.at(value) == PlainText.OUTSIDE;
    return separated && !next ? value : end;
  }

  private int hide(int value, NamedSecret secret) {
    boolean quoted = Ascii.isQuote(text.at(value));
    int inner = quoted ? value + 1 : value;
    int start = text.hasWord(inner, OPENSSL) ? inner + OPENSSL.length() : inner;
    int end =
        quoted
            ? Extent.quoted(text, value)
            : Extent.unquoted(text, value, text.level(value - 1), secret.shape());
    if (!Harmless.isPlaceholder(text, start, end)) {
      found.add(start, end, secret.kind());
    }
    return end;
  }
}
