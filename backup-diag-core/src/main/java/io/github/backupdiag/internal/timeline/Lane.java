package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The known lines of one log in the order in which they were written.
 *
 * @param log name of the log
 * @param lines its known lines
 * @param newest newest time in it (UTC), or null
 * @param complete false if only a part of it was read
 * @param pasted true if it is what somebody copied out of a log
 */
record Lane(
    String log, List<Sighting> lines, @Nullable Instant newest, boolean complete, boolean pasted) {

  /** Gives the log as far as it was seen, or null. */
  static @Nullable Lane of(String log, FactSet facts, Map<String, LogSignature> signatures) {
    if (facts.get(GuestFacts.logEvents(log)) instanceof Observed<LogEvents> seen) {
      LogEvents events = seen.value();
      return new Lane(
          log,
          lines(log, events.events(), signatures),
          events.newest(),
          events.complete(),
          seen.source().equals(BackupFacts.INPUT));
    }
    return null;
  }

  /** Gives the lines of a log among those that show neither their log nor a time. */
  static @Nullable Lane quoted(String log, FactSet facts, Map<String, LogSignature> signatures) {
    LogEvents quoted = facts.value(BackupFacts.QUOTED_LINES);
    List<Sighting> lines = quoted == null ? List.of() : lines(log, quoted.events(), signatures);
    return lines.isEmpty() ? null : new Lane(log, lines, null, false, true);
  }

  /** True if no line carries a time that can be trusted. */
  boolean isUndated() {
    return lines.stream().allMatch(line -> line.written() == null);
  }

  private static List<Sighting> lines(
      String log, List<LogEvent> events, Map<String, LogSignature> signatures) {
    List<Sighting> lines = new ArrayList<>();
    for (LogEvent event : events) {
      LogSignature signature = signatures.get(event.signature());
      if (signature != null && signature.log().equals(log)) {
        lines.add(Sighting.of(log, event, signature));
      }
    }
    return inOrder(lines);
  }

  /** Files by their times, lines of a file by their numbers, as far as there are any. */
  private static List<Sighting> inOrder(List<Sighting> lines) {
    Map<String, List<Sighting>> files = new LinkedHashMap<>();
    lines.forEach(
        line -> files.computeIfAbsent(line.event().file(), file -> new ArrayList<>()).add(line));
    List<List<Sighting>> parts = new ArrayList<>(files.values());
    parts.sort(
        Comparator.comparing(Lane::oldest, Comparator.nullsFirst(Comparator.naturalOrder())));
    List<Sighting> ordered = new ArrayList<>();
    for (List<Sighting> part : parts) {
      boolean numbered = part.stream().allMatch(line -> line.event().line() > 0);
      ordered.addAll(numbered ? byNumber(part) : byTime(part));
    }
    return List.copyOf(ordered);
  }

  private static @Nullable Instant oldest(List<Sighting> part) {
    Instant oldest = null;
    for (Sighting line : part) {
      Instant time = line.written();
      oldest = time != null && (oldest == null || time.isBefore(oldest)) ? time : oldest;
    }
    return oldest;
  }

  private static List<Sighting> byNumber(List<Sighting> part) {
    return part.stream()
        .sorted(
            Comparator.comparingLong((Sighting line) -> line.event().line())
                .thenComparingInt(Lane::place)
                .thenComparing(Sighting::signature))
        .toList();
  }

  /** Without numbers the order of the file holds, but for lines of one moment. */
  private static List<Sighting> byTime(List<Sighting> part) {
    Map<Sighting, Integer> moments = new HashMap<>();
    int moment = 0;
    Instant before = null;
    for (Sighting line : part) {
      Instant time = line.written();
      moment += time == null || !time.equals(before) ? 1 : 0;
      before = time;
      moments.putIfAbsent(line, moment);
    }
    return part.stream()
        .sorted(
            Comparator.comparingInt((Sighting line) -> moments.getOrDefault(line, 0))
                .thenComparingInt(Lane::place)
                .thenComparing(Sighting::signature)
                .thenComparing(Sighting::text))
        .toList();
  }

  /** What follows a step is written behind it. */
  private static int place(Sighting line) {
    return line.milestone() == 0 ? Integer.MAX_VALUE : line.milestone();
  }
}
