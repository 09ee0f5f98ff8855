package io.github.backupdiag.internal.parse;

/** Counts the lines of a text up to offsets that only grow. */
final class LineCount {

  private final String text;
  private int at;
  private long line = 1;

  LineCount(String text) {
    this.text = text;
  }

  /** Number of the line, from 1, that holds an offset not before the last one asked for. */
  long at(int offset) {
    for (; at < offset; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
    return line;
  }
}
