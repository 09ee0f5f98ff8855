package io.github.backupdiag.internal.redact;

/** Measures what is left of a secret. */
final class Leaks {

  private Leaks() {}

  /** Length of the longest piece of the secret, up to twelve characters, that the text shows. */
  static int longest(String text, String secret) {
    int longest = 0;
    for (int start = 0; start < secret.length(); start++) {
      while (longest < 12 && shows(text, secret, start, longest + 1)) {
        longest++;
      }
    }
    return longest;
  }

  private static boolean shows(String text, String secret, int start, int size) {
    int end = start + size;
    return end <= secret.length() && text.contains(secret.substring(start, end));
  }
}
