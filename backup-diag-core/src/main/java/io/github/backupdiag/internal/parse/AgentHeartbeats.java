package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the heartbeats and the starts of the agent in its log (WALinuxAgent ga/update.py). */
public final class AgentHeartbeats {

  private static final String HEARTBEAT = "[HEARTBEAT]";

  /** Older agents wrote the event alone. */
  private static final String OLD_HEARTBEAT = "op=HeartBeat";

  private static final Pattern COUNTER = Pattern.compile("HeartbeatCounter: (\\d{1,9})");
  private static final Pattern START =
      Pattern.compile("Agent WALinuxAgent-\\S{1,40} is running as the goal state agent");
  private static final int MOST_STARTS = 20;

  private AgentHeartbeats() {}

  /**
   * Reads the end of the log.
   *
   * @param log end of the agent's log
   * @param reported when the agent last wrote its status report, or null
   * @return its signs of life
   */
  public static AgentLife parse(FileContent log, @Nullable Instant reported) {
    List<Instant> starts = new ArrayList<>();
    Instant newest = null;
    Instant time = null;
    Instant heartbeat = null;
    String beat = "";
    long beatLine = 0;
    String[] lines = log.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      byte[] line = lines[i].getBytes(StandardCharsets.UTF_8);
      time = LogTime.of(line, 0, line.length, LogTime.Style.AGENT, time);
      newest = time != null && (newest == null || time.isAfter(newest)) ? time : newest;
      if (lines[i].contains(HEARTBEAT) || lines[i].contains(OLD_HEARTBEAT)) {
        heartbeat = time;
        beat = lines[i].strip();
        beatLine = log.offset() == 0 ? i + 1 : 0;
      } else if (time != null && START.matcher(lines[i]).find()) {
        starts.add(time);
      }
    }
    return new AgentLife(
        log.path(),
        beatLine,
        heartbeat,
        beat.substring(0, Math.min(beat.length(), 500)),
        counter(beat),
        newest,
        reported,
        starts.subList(Math.max(0, starts.size() - MOST_STARTS), starts.size()));
  }

  private static long counter(String line) {
    Matcher matcher = COUNTER.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
