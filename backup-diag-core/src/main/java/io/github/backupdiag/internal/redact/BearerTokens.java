package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Shape;
import java.util.List;
import java.util.Set;

/** {@code Bearer xxx} anywhere; challenges of a server and prose about bearer tokens stay. */
final class BearerTokens {

  private static final String BEARER = "bearer";

  private static final Set<String> PROSE =
      Set.of("token", "tokens", "authentication", "authorization", "auth", "scheme", "challenge");

  private static final List<String> CHALLENGES =
      List.of(
          "realm=", "error=", "error_description=", "scope=", "authorization_uri=", "resource_id=");

  private BearerTokens() {}

  static void scan(PlainText text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      i = isWord(text, i) ? credential(text, i + BEARER.length(), found) : i + 1;
    }
  }

  private static boolean isWord(PlainText text, int i) {
    return text.hasWord(i, BEARER)
        && !Ascii.isAlphanumeric(text.at(i - 1))
        && Ascii.isBlank(text.at(i + BEARER.length()));
  }

  private static int credential(PlainText text, int afterWord, Spans found) {
    int start = text.skipBlanks(afterWord);
    int end = Extent.unquoted(text, start, text.level(start), Shape.ENCODED);
    if (isHarmless(text, start, end)) {
      return start;
    }
    found.add(start, end, Kind.TOKEN);
    return end;
  }

  private static boolean isHarmless(PlainText text, int start, int end) {
    return text.at(start) == '.'
        || Harmless.isPlaceholder(text, start, end)
        || Harmless.isOrdinary(text, start, end)
        || CHALLENGES.stream().anyMatch(name -> text.hasWord(start, name))
        || PROSE.stream().anyMatch(word -> isProse(text, start, end, word));
  }

  private static boolean isProse(PlainText text, int start, int end, String word) {
    int after = start + word.length();
    boolean punctuation = end - after == 1 && !Ascii.isAlphanumeric(text.at(after));
    return text.hasWord(start, word) && (after == end || punctuation);
  }
}
