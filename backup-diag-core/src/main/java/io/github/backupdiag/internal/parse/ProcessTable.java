package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists of processes: {@code cmdline} files and the recorded output of {@code ps}. */
public final class ProcessTable {

  private ProcessTable() {}

  /**
   * Splits a {@code cmdline} file.
   *
   * @param text its content, arguments ended by NUL
   * @return the arguments, empty for a kernel thread
   */
  public static List<String> arguments(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\0", 0));
  }

  /**
   * Gives the process id of a path below {@code /proc}.
   *
   * @param path such as {@code /proc/812/cmdline}
   * @return the id, or -1 if the path holds none
   */
  public static long processId(String path) {
    String[] elements = path.split("/", -1);
    return elements.length > 2 ? number(elements[2]) : -1;
  }

  /**
   * Reads the output of {@code ps}: a header with PID and COMMAND or CMD, the command last.
   *
   * @param text the output
   * @return arguments by process id, or null if there is no such header
   */
  public static @Nullable Map<Long, List<String>> ps(String text) {
    Map<Long, List<String>> processes = null;
    int columns = 0;
    int idColumn = -1;
    for (String line : text.split("\n", -1)) {
      List<String> fields = new ArrayList<>(Arrays.asList(line.strip().split("\\s+", -1)));
      if (processes == null) {
        String last = fields.get(fields.size() - 1);
        columns = fields.size();
        idColumn = fields.indexOf("PID");
        boolean header = idColumn >= 0 && (last.equals("COMMAND") || last.equals("CMD"));
        processes = header ? new LinkedHashMap<>() : null;
      } else if (fields.size() >= columns && number(fields.get(idColumn)) > 0) {
        processes.put(number(fields.get(idColumn)), fields.subList(columns - 1, fields.size()));
      }
    }
    return processes;
  }

  private static long number(String text) {
    if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Long.parseLong(text);
  }
}
