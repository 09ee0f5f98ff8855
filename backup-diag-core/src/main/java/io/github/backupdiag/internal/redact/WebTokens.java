package io.github.backupdiag.internal.redact;

/** JSON Web Tokens: base64url parts joined by dots, the first of them an encoded JSON object. */
final class WebTokens {

  private static final int SHORTEST_PART = 8;

  private WebTokens() {}

  static void scan(PlainText text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      i = begins(text, i) ? token(text, i, found) : i + 1;
    }
  }

  private static boolean begins(PlainText text, int i) {
    return text.at(i) == 'e' && text.at(i + 1) == 'y' && text.at(i + 2) == 'J';
  }

  /** Two parts are enough: a token may be cut, and its claims are private too. */
  private static int token(PlainText text, int start, Spans found) {
    int header = part(text, start);
    int end = header;
    while (text.at(end) == '.' && (end == header || Ascii.isBase64Url(text.at(end + 1)))) {
      end = part(text, end + 1);
    }
    boolean cut = end == text.length();
    if (header - start >= SHORTEST_PART && end > header + (cut ? 1 : SHORTEST_PART)) {
      found.add(start, end, Kind.TOKEN);
    }
    return end;
  }

  private static int part(PlainText text, int from) {
    int i = from;
    while (Ascii.isBase64Url(text.at(i))) {
      i++;
    }
    return i;
  }
}
