package io.github.backupdiag.internal.parse;

/** Reads the number out of a line of extension.log that tells how the host answered. */
public final class HostAnswerLine {

  private static final String MARK = "Status Code: ";
  private static final int DIGITS = 3;

  private HostAnswerLine() {}

  /**
   * Reads a line.
   *
   * @param line such as {@code ...]PreSnapshot: Status Code: 500}
   * @return the number, 0 if there is none of three digits
   */
  public static int status(String line) {
    int from = line.indexOf(MARK) + MARK.length();
    int to = from;
    int status = 0;
    while (from >= MARK.length() && to < line.length() && isDigit(line.charAt(to))) {
      status = to - from < DIGITS ? status * 10 + line.charAt(to) - '0' : 0;
      to++;
    }
    return to - from == DIGITS ? status : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
