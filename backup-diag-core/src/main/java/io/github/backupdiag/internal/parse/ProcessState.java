package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.Nullable;

/**
 * The beginning of {@code /proc/<pid>/stat}.
 *
 * @param process id
 * @param name name of the program
 * @param state one letter; {@code D} is uninterruptible sleep
 */
public record ProcessState(long process, String name, char state) {

  /**
   * Reads the file.
   *
   * @param path where it was read
   * @param text what it holds
   * @return its beginning, or null if it has another form
   */
  public static @Nullable ProcessState parse(String path, String text) {
    long process = ProcessTable.processId(path);
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    if (process <= 0 || open < 0 || close < open || close + 2 >= text.length()) {
      return null;
    }
    return new ProcessState(process, text.substring(open + 1, close), text.charAt(close + 2));
  }
}
