package io.github.backupdiag.guest.internal.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the secrets of one bundle: equal ones get equal tokens. Used by one thread. */
final class Redaction {

  /** A text without secrets, and how many there were. */
  record Hidden(String text, int replaced) {}

  private static final Pattern TOKEN = Pattern.compile("\\[redacted:[a-z]{1,16}:[0-9]{1,9}]");
  private static final Pattern PEM_END = Pattern.compile("-----END [A-Z0-9 ]{1,64}-----[^\\n]*");
  private static final String PEM_BEGIN = "-----BEGIN ";

  private static final int SHORTEST_OF_KEY = 40;

  private final io.github.backupdiag.internal.redact.Redaction redaction =
      new io.github.backupdiag.internal.redact.Redaction();

  Hidden hide(String text) {
    String hidden = redaction.text(text);
    return new Hidden(hidden, Math.max(0, tokens(hidden) - tokens(text)));
  }

  /**
   * Hides the secrets in a part of a text. A secret may have been cut in two where the part begins
   * or ends, so that it no longer looks like one: lines that are not whole go, and so does the end
   * of a key whose beginning is not there.
   */
  Hidden hidePart(String text, boolean cutBefore, boolean cutAfter) {
    int start = cutBefore ? text.indexOf('\n') + 1 : 0;
    int end = cutAfter ? text.lastIndexOf('\n') + 1 : text.length();
    if (end <= start || (cutBefore && start == 0)) {
      return cutBefore || cutAfter ? new Hidden("", 0) : hide(text);
    }
    return hide(cutBefore ? withoutEndOfKey(text.substring(start, end)) : text.substring(0, end));
  }

  private static String withoutEndOfKey(String part) {
    String text = withoutLinesOfKey(part);
    Matcher end = PEM_END.matcher(text);
    if (!end.find()) {
      return text;
    }
    int begin = text.indexOf(PEM_BEGIN);
    return begin >= 0 && begin < end.start() ? text : text.substring(end.end());
  }

  /** The lines that a part begins with and that are base64 alone: the middle of a key. */
  private static String withoutLinesOfKey(String part) {
    int start = 0;
    for (int end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', start)) {
      if (!isOfKey(part, start, end)) {
        break;
      }
      start = end + 1;
    }
    return part.substring(start);
  }

  private static boolean isOfKey(String part, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = part.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "+/=\r".indexOf(c) < 0) {
        return false;
      }
    }
    return end - start >= SHORTEST_OF_KEY;
  }

  private static int tokens(String text) {
    Matcher token = TOKEN.matcher(text);
    int count = 0;
    while (token.find()) {
      count++;
    }
    return count;
  }
}
