package io.github.backupdiag.cli;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.report.Report;
import java.util.List;

/** What the program returns. */
final class ExitStatus {

  /** Everything was done and no cause is confirmed. */
  static final int OK = 0;

  /** At least one cause is confirmed. */
  static final int CONFIRMED = 1;

  /** The command line or an input was refused, or the program failed. */
  static final int REFUSED = 2;

  /** Something that was planned could not be seen. */
  static final int PARTIAL = 3;

  private ExitStatus() {}

  /** Of a text that was explained: nothing was to be looked at, so it is never partial. */
  static int ofExplanation(Report report) {
    return report.hasConfirmedCause() ? CONFIRMED : OK;
  }

  /**
   * Of a diagnosis, at once or in its two halves: one that decided nothing must not look like good
   * news.
   */
  static int ofDiagnosis(Report report) {
    if (report.hasConfirmedCause()) {
      return CONFIRMED;
    }
    boolean complete = report.status() == Report.Status.COMPLETE;
    return complete && report.hasDecided() ? OK : PARTIAL;
  }

  /** Of facts that were gathered. */
  static int ofGathering(FactSet facts) {
    List<ProbeRun> runs = facts.value(BackupFacts.PROBE_RUNS);
    return runs != null && runs.stream().anyMatch(ExitStatus::leavesPartial) ? PARTIAL : OK;
  }

  private static boolean leavesPartial(ProbeRun run) {
    return run.failure() != null && run.failure().leavesReportPartial();
  }
}
