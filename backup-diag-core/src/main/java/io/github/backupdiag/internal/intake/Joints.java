package io.github.backupdiag.internal.intake;

/** Tells which characters of a normal form hang together as a word. */
final class Joints {

  private final String text;
  private int previous = -1;
  private int previousEnd;

  Joints(String text) {
    this.text = text;
  }

  /** Tells whether a character goes on with the word of the one before, which it then replaces. */
  boolean isJoined(int c, int start, int end) {
    boolean near =
        start == previousEnd || (start == previousEnd + 1 && text.charAt(previousEnd) == '_');
    boolean joined = near && previous >= 0 && !Folding.isCjk(c) && !Folding.isCjk(previous);
    previous = c;
    previousEnd = end;
    return joined;
  }
}
