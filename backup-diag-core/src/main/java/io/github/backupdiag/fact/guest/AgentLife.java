package io.github.backupdiag.fact.guest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's signs of life. Its heartbeat line comes every 30 minutes and counts from the start of
 * the process.
 *
 * @param file the agent's log, as seen in the guest
 * @param line number of the newest heartbeat line, from 1; 0 if only the end was read or there is
 *     none
 * @param heartbeat time of that line (UTC), or null
 * @param text that line, cut at 500 characters; empty if there is none
 * @param counter its number since the start of the process; 0 if it tells none
 * @param newestLine newest time in the log (UTC), or null
 * @param reported when the agent last wrote its status report (UTC), or null
 * @param starts times of the newest starts of the agent in the log (UTC), oldest first
 */
public record AgentLife(
    String file,
    long line,
    @Nullable Instant heartbeat,
    String text,
    long counter,
    @Nullable Instant newestLine,
    @Nullable Instant reported,
    List<Instant> starts) {

  /**
   * Copies the list.
   *
   * @param file the agent's log
   * @param line number of the newest heartbeat line
   * @param heartbeat its time, or null
   * @param text that line
   * @param counter its number since the start
   * @param newestLine newest time in the log, or null
   * @param reported time of the status report, or null
   * @param starts starts of the agent
   */
  public AgentLife {
    starts = List.copyOf(starts);
  }

  /**
   * Gives the newest sign that the agent went round its main loop: files can be stale while the log
   * lives, so the newest evidence counts.
   *
   * @return the later of heartbeat and report, or null if there is neither
   */
  public @Nullable Instant newest() {
    if (heartbeat == null || reported == null) {
      return heartbeat == null ? reported : heartbeat;
    }
    return reported.isAfter(heartbeat) ? reported : heartbeat;
  }
}
