package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;

/** What both rules about the database scripts say of their settings. */
final class WorkloadSettings {

  private WorkloadSettings() {}

  /** The verdict where no database is named, or where the file could not be read. */
  static Verdict unused(Facts facts) {
    WorkloadConf conf = facts.value(SnapshotFacts.WORKLOAD_CONF);
    if (conf != null) {
      return Verdict.ruledOut(When.NOW, evidence("evidence.workload.off", conf));
    }
    return facts.get(SnapshotFacts.WORKLOAD_CONF) instanceof Absent<WorkloadConf> absent
        ? Verdict.ruledOut(When.NOW, evidence("evidence.workload.none", absent.source()))
        : Verdict.inconclusive(Phrase.of("because.workload.not-seen"))
            .missing(SnapshotFacts.WORKLOAD_CONF);
  }

  static Evidence evidence(String text, WorkloadConf conf) {
    return evidence(text, conf.path());
  }

  private static Evidence evidence(String text, String path) {
    return Evidence.of(SnapshotFacts.WORKLOAD_CONF, Phrase.of(text, "path", path))
        .withPlace(path, 0);
  }
}
