package io.github.backupdiag.internal.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as people read them: to the second, UTC. */
final class Clock {

  private Clock() {}

  /** Gives date and time. */
  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Gives the time of the day. */
  static String ofDay(Instant time) {
    String text = seconds(time);
    return time.atOffset(ZoneOffset.UTC).getYear() > 9999
        ? text
        : text.substring(text.indexOf('T') + 1, text.length() - 1);
  }
}
