package io.github.backupdiag.internal.intake;

/** Tells whether two normal forms differ by one piece put in or left out. */
final class SingleChange {

  private static final int LONGEST_PUT_IN = 32;
  private static final double LEAST_LEFT = 0.9;

  private SingleChange() {}

  /**
   * Tells whether a text reads as a message in which a name stands, or from which a word is gone.
   */
  static boolean separates(String read, String form) {
    int same = sameAtBothEnds(read, form);
    return read.length() < form.length()
        ? same >= read.length() && read.length() >= LEAST_LEFT * form.length()
        : same >= form.length() && read.length() - form.length() <= LONGEST_PUT_IN;
  }

  private static int sameAtBothEnds(String read, String form) {
    int shorter = Math.min(read.length(), form.length());
    int begin = 0;
    while (begin < shorter && read.charAt(begin) == form.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (begin + end < shorter
        && read.charAt(read.length() - 1 - end) == form.charAt(form.length() - 1 - end)) {
      end++;
    }
    return begin + end;
  }
}
