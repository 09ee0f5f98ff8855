package io.github.backupdiag.internal.parse;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the version of the agent in names and logs. */
public final class AgentVersion {

  /** Order of dotted versions by number, newest first. */
  public static final Comparator<String> NEWEST_FIRST =
      Comparator.<String, String>comparing(version -> version, AgentVersion::compare).reversed();

  private static final Pattern NAME =
      Pattern.compile("WALinuxAgent-([0-9]{1,9}(?:\\.[0-9]{1,9}){1,5})");
  private static final Pattern RUNNING =
      Pattern.compile(NAME.pattern() + " (?:is )?running (?:on|as)");

  private AgentVersion() {}

  /**
   * Finds the highest version among file names.
   *
   * @param paths paths such as {@code /var/lib/waagent/WALinuxAgent-2.9.1.1}
   * @return the version, or null if no path holds one
   */
  public static @Nullable String newest(List<String> paths) {
    String newest = null;
    for (String path : paths) {
      Matcher matcher = NAME.matcher(path);
      if (matcher.find() && (newest == null || compare(matcher.group(1), newest) > 0)) {
        newest = matcher.group(1);
      }
    }
    return newest;
  }

  /**
   * Finds all versions among file names.
   *
   * @param paths paths such as {@code /var/lib/waagent/WALinuxAgent-2.9.1.1}
   * @return the versions, each once, newest first
   */
  public static List<String> all(List<String> paths) {
    return paths.stream()
        .map(NAME::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .distinct()
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /**
   * Finds the version that the log names last.
   *
   * @param log end of the agent's log
   * @return the version, or null
   */
  public static @Nullable String running(String log) {
    String last = null;
    Matcher matcher = RUNNING.matcher(log);
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last;
  }

  private static int compare(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }
}
