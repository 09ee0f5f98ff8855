package io.github.backupdiag.internal.render;

import java.util.regex.Pattern;

/** Lines of logs without what stands before their message. */
final class LogText {

  private static final int LONGEST = 200;

  /** Time, level, thread, name of the program, and the stamp of the freeze helper. */
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:\\[\\d{8}\\] )?20\\d\\d[-/]\\d\\d[-/]\\d\\d[T ][\\d:.]{8,20}Z? {0,2}"
              + "(?:\\[\\w{2,12}\\]:? {0,2})?(?:ERROR:)?(?:(?:INFO|WARNING|ERROR|VERBOSE) )?"
              + "(?:\\w{1,20} )?(?:\\w{1,20} )?(?:\\[[\\w.-]{1,80}\\] ?)?"
              + "(?:20\\d\\d-\\d\\d-\\d\\d [\\d:]{8}(?: [AP]M)? )?");

  private LogText() {}

  /** Gives the message, or the line if it is nothing but a head. */
  static String message(String line) {
    String beginning = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    String message = HEAD.matcher(beginning).replaceFirst("").strip();
    return message.isEmpty() ? beginning : message;
  }
}
