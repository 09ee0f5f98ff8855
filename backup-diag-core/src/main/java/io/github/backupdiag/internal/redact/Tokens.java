package io.github.backupdiag.internal.redact;

import java.util.HashMap;
import java.util.Map;

/** Numbers secrets in the order of their first appearance; equal secrets share a token. */
final class Tokens {

  private static final String OPEN = "[redacted:";

  /** A present token with a larger number is a joke: it does not push our numbers up. */
  private static final int LARGEST_TRUSTED = 1_000_000;

  /** So many characters of secrets are remembered; a stream may hold any number of them. */
  private static final int MOST_REMEMBERED = 4 << 20;

  /** Larger than any number that is trusted. */
  private static final int FIRST_OF_PART = 500_000_000;

  private int remembered;

  /** Kept for a part only. */
  private final Map<String, Kind> kinds = new HashMap<>();

  private final Map<String, String> bySecret = new HashMap<>();
  private int last;

  /** Tokens of one part of a text; what is written of it gets its numbers afterwards. */
  static Tokens ofPart() {
    Tokens tokens = new Tokens();
    tokens.last = FIRST_OF_PART;
    return tokens;
  }

  /** Gives the tokens of a part the numbers that follow here, in the order of the text. */
  String numbered(String text, Tokens part) {
    if (text.indexOf(OPEN) < 0) {
      return text;
    }
    Map<String, String> secrets = new HashMap<>();
    part.bySecret.forEach((secret, token) -> secrets.put(token, secret));
    char[] chars = text.toCharArray();
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (int i = text.indexOf(OPEN); i >= 0; i = text.indexOf(OPEN, i + 1)) {
      int length = present(chars, i, chars.length);
      String token = text.substring(i, i + length);
      Kind kind = part.kinds.get(token);
      if (kind != null) {
        String secret = secrets.get(token);
        out.append(text, done, i).append(secret == null ? next(kind) : of(secret, kind));
        done = i + length;
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  String of(String secret, Kind kind) {
    String known = bySecret.get(secret);
    if (known != null) {
      return known;
    }
    String token = next(kind);
    if (remembered + secret.length() <= MOST_REMEMBERED) {
      remembered += secret.length();
      bySecret.put(secret, token);
    }
    return token;
  }

  /** A token that no secret shares. */
  String next(Kind kind) {
    String token = OPEN + kind.word() + ":" + ++last + "]";
    if (last > FIRST_OF_PART) {
      kinds.put(token, kind);
    }
    return token;
  }

  /**
   * Length of the token that begins at {@code from}, or 0. Its number is not given to a new secret.
   */
  int present(char[] text, int from, int length) {
    int word = afterOpen(text, from, length);
    if (word < 0) {
      return 0;
    }
    int colon = word;
    while (colon < length && colon - word < 16 && text[colon] >= 'a' && text[colon] <= 'z') {
      colon++;
    }
    if (colon == word || colon >= length || text[colon] != ':') {
      return 0;
    }
    return number(text, from, colon + 1, length);
  }

  private static int afterOpen(char[] text, int from, int length) {
    if (from + OPEN.length() > length) {
      return -1;
    }
    for (int i = 0; i < OPEN.length(); i++) {
      if (text[from + i] != OPEN.charAt(i)) {
        return -1;
      }
    }
    return from + OPEN.length();
  }

  private int number(char[] text, int from, int digits, int length) {
    int end = digits;
    int number = 0;
    while (end < length && end - digits < 9 && Ascii.isDigit(text[end])) {
      number = number * 10 + (text[end++] - '0');
    }
    if (end == digits || end >= length || text[end] != ']') {
      return 0;
    }
    if (number <= LARGEST_TRUSTED) {
      last = Math.max(last, number);
    }
    return end + 1 - from;
  }
}
