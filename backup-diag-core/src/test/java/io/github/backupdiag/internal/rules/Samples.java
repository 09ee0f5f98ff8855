package io.github.backupdiag.internal.rules;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values that several tests of rules need. */
public final class Samples {

  public static final Instant NIGHT = Instant.parse("2026-03-14T02:15:00Z");

  public static final JobWindow WINDOW =
      new JobWindow(NIGHT, NIGHT.plus(Duration.ofHours(1)), JobWindow.Basis.FAILED_AT);

  private Samples() {}

  public static LogEvent agentLine(String signature, Instant time, String text) {
    return new LogEvent(signature, "/var/log/waagent.log", 17, time, text);
  }

  public static LogEvents log(Instant newest, LogEvent... events) {
    return new LogEvents(List.of(events), newest, null, true);
  }

  public static CodeMatch code(String code) {
    return new CodeMatch(
        0, code, false, CodeMatch.MatchedBy.CODE, CodeMatch.Source.GIVEN, null, 1, code);
  }
}
