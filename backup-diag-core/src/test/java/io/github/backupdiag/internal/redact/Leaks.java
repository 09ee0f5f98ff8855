package io.github.backupdiag.internal.redact;

/** Measures what is left of a secret. */
final class Leaks {

  private Leaks() {}

  /**
   * Length of the longest beginning of the secret's alphanumeric pieces that the text still shows.
   */
  static int longest(String text, String secret) {
    int longest = 0;
    for (String piece : secret.split("[^A-Za-z0-9]+", -1)) {
      int size = Math.min(piece.length(), 12);
      while (size > longest && !text.contains(piece.substring(0, size))) {
        size--;
      }
      longest = Math.max(longest, size);
    }
    return longest;
  }
}
