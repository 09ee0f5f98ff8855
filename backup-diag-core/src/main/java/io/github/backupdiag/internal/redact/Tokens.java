package io.github.backupdiag.internal.redact;

import java.util.HashMap;
import java.util.Map;

/** Numbers secrets in the order of their first appearance; equal secrets share a token. */
final class Tokens {

  private static final String OPEN = "[redacted:";

  /** A present token with a larger number is a joke: it does not push our numbers up. */
  private static final int LARGEST_TRUSTED = 1_000_000;

  private final Map<String, String> bySecret = new HashMap<>();
  private int last;

  String of(String secret, Kind kind) {
    return bySecret.computeIfAbsent(secret, s -> OPEN + kind.word() + ":" + ++last + "]");
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
