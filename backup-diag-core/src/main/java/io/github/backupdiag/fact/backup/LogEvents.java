package io.github.backupdiag.fact.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one log.
 *
 * @param events lines with a known signature, in the order of the file
 * @param newest newest time in what was read (UTC), or null if no line carries a time
 * @param newestRun start of the newest run of the backup extension in it (UTC), or null
 * @param complete false if only a part of the log was read
 */
public record LogEvents(
    List<LogEvent> events,
    @Nullable Instant newest,
    @Nullable Instant newestRun,
    boolean complete) {

  /**
   * Copies the list.
   *
   * @param events lines with a known signature
   * @param newest newest time, or null
   * @param newestRun start of the newest run, or null
   * @param complete false if only a part was read
   */
  public LogEvents {
    events = List.copyOf(events);
  }

  /**
   * Gives the events of one signature inside a window.
   *
   * @param signature id of the signature
   * @param window the window of the job
   * @return in the order of the file, may be empty
   */
  public List<LogEvent> of(String signature, JobWindow window) {
    return events.stream()
        .filter(event -> event.signature().equals(signature) && window.contains(event.time()))
        .toList();
  }
}
