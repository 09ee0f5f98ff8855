package io.github.backupdiag.internal.parse;

/** Whether a process is root, by what {@code /proc} says of it. */
public final class ProcessRights {

  private ProcessRights() {}

  /**
   * Tells whether a process is root of the machine and not only of a container.
   *
   * @param status text of {@code /proc/self/status}
   * @param userMap text of {@code /proc/self/uid_map}, empty if the kernel has none
   * @return false also if the texts do not tell
   */
  public static boolean isRoot(String status, String userMap) {
    boolean effective =
        status
            .lines()
            .filter(line -> line.startsWith("Uid:"))
            .anyMatch(line -> word(line.substring(4), 1).equals("0"));
    String map = userMap.strip();
    return effective && (map.isEmpty() || (word(map, 0).equals("0") && word(map, 1).equals("0")));
  }

  private static String word(String line, int index) {
    String[] words = line.strip().split("\\s+", -1);
    return words.length > index ? words[index] : "";
  }
}
