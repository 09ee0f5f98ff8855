package io.github.backupdiag.internal.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the newest time in the agent's {@code waagent_status.json}, whole or cut. */
public final class AgentStatusTime {

  private static final Pattern TIME =
      Pattern.compile("\"timestampUTC\"\\s*:\\s*\"(20[1-9]\\d-[0-9T:.-]{8,30}Z)\"");

  private AgentStatusTime() {}

  /**
   * Reads the file.
   *
   * @param text content of the file
   * @return the newest {@code timestampUTC} in it (UTC), or null if it holds none
   */
  public static @Nullable Instant parse(String text) {
    Instant newest = null;
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      Instant time = time(matcher.group(1));
      if (time != null && (newest == null || time.isAfter(newest))) {
        newest = time;
      }
    }
    return newest;
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
