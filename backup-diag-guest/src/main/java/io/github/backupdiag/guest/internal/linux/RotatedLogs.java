package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guestaccess.PathEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which older parts of a log are read. Distributions and the agent name and pack them
 * differently (log-formats.md, section 1), so that their names tell no order; a part was last
 * written to when its newest line was.
 */
final class RotatedLogs {

  /** The most parts that are read besides the log itself. */
  static final int MOST = 4;

  /** Clocks and rotations are not exact. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final String PACKED = ".gz";

  private static final Comparator<PathEntry> NEWEST_FIRST =
      Comparator.comparing(
              PathEntry::modified, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(PathEntry::path);

  private RotatedLogs() {}

  /**
   * Chooses parts.
   *
   * @param entries what is named as the log or like it
   * @param log path of the log itself
   * @param since what was last written to before is not needed, or null if that is not known
   * @return paths of the newest parts
   */
  static List<String> needed(List<PathEntry> entries, String log, @Nullable Instant since) {
    Set<String> plain = new HashSet<>();
    entries.forEach(entry -> plain.add(entry.path()));
    return entries.stream()
        .filter(entry -> entry.type() == PathEntry.Type.FILE && !entry.path().equals(log))
        .filter(entry -> isPart(entry.path().substring(log.length())))
        .filter(entry -> !isPackedCopy(entry.path(), plain))
        .filter(entry -> isFrom(entry.modified(), since))
        .sorted(NEWEST_FIRST)
        .limit(MOST)
        .map(PathEntry::path)
        .toList();
  }

  /** A dot or a dash, a number or a date, and perhaps that gzip packed it. */
  private static boolean isPart(String suffix) {
    return suffix.matches("[.-]\\d[\\d.-]*(?:\\.gz)?");
  }

  /** While a part is packed, both are there. */
  private static boolean isPackedCopy(String path, Set<String> plain) {
    return path.endsWith(PACKED)
        && plain.contains(path.substring(0, path.length() - PACKED.length()));
  }

  private static boolean isFrom(@Nullable Instant modified, @Nullable Instant since) {
    return modified == null || since == null || !modified.isBefore(since.minus(SLACK));
  }
}
