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

  /** Of recorded facts that were judged. */
  static int ofJudgement(Report report) {
    if (report.hasConfirmedCause()) {
      return CONFIRMED;
    }
    return report.status() == Report.Status.COMPLETE ? OK : PARTIAL;
  }

  /** Of a diagnosis: one that decided nothing must not look like good news. */
  static int ofDiagnosis(Report report) {
    int status = ofJudgement(report);
    return status == OK && !report.hasDecided() ? PARTIAL : status;
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
