package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.report.Timeline;
import java.time.Instant;

/**
 * A run that went through to its end. What made an earlier one fail did not hinder it.
 *
 * @param log where it was seen
 * @param begin when it began (UTC)
 * @param ofApplications true if its point is consistent with the applications
 * @param end the line that says so
 */
public record GoodRun(
    FactKey<LogEvents> log, Instant begin, boolean ofApplications, Timeline.Mark end) {

  /**
   * Tells whether it shows that a cause is gone. A point that is consistent with the file systems
   * alone tells nothing of scripts, databases and VSS writers.
   *
   * @param cause a cause of an earlier failure
   * @return false for causes that no run inside the VM can tell of
   */
  public boolean heals(Cause cause) {
    return StagePlan.heals(cause.topic(), ofApplications);
  }

  /**
   * Gives the line that ends it as evidence.
   *
   * @return with place and time
   */
  public Evidence evidence() {
    return Evidence.of(log, Phrase.of("evidence.later-good-run"))
        .withExcerpt(end.text())
        .withPlace(end.file(), end.line())
        .withTime(end.time());
  }
}
