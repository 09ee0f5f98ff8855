package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc/locks} (proc(5)). */
public final class LockTable {

  /** A held write lock of a process; a line with an arrow only waits. */
  private static final Pattern HELD =
      Pattern.compile("^\\d+: (?:POSIX|OFDLCK|FLOCK)\\s+\\S+\\s+WRITE\\s+(\\d{1,10}) ");

  private LockTable() {}

  /**
   * Gives the processes that hold a write lock on any file.
   *
   * @param text content of the file
   * @return their ids, each once
   */
  public static List<Long> writers(String text) {
    List<Long> writers = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher matcher = HELD.matcher(line);
      if (matcher.find()) {
        long process = Long.parseLong(matcher.group(1));
        if (process > 0 && !writers.contains(process)) {
          writers.add(process);
        }
      }
    }
    return writers;
  }
}
