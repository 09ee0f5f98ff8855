package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.Nullable;

/**
 * The beginning of {@code /proc/<pid>/stat}, or of the same file of a thread.
 *
 * @param process id of the process or thread
 * @param name name of the program
 * @param state one letter; {@code D} is uninterruptible sleep
 */
public record ProcessState(long process, String name, char state) {

  private static final String THREADS = "/task/";

  /**
   * Reads the file.
   *
   * @param path where it was read
   * @param text what it holds
   * @return its beginning, or null if it has another form
   */
  public static @Nullable ProcessState parse(String path, String text) {
    int thread = path.indexOf(THREADS);
    long process =
        ProcessTable.processId(
            thread < 0 ? path : "/proc" + path.substring(thread + THREADS.length() - 1));
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    if (process <= 0 || open < 0 || close < open || close + 2 >= text.length()) {
      return null;
    }
    return new ProcessState(process, text.substring(open + 1, close), text.charAt(close + 2));
  }
}
