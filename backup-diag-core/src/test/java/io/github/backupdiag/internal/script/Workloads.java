package io.github.backupdiag.internal.script;

import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Settings of the database scripts. */
final class Workloads {

  static final String PATH = "/etc/azure/workload.conf";

  private Workloads() {}

  static DiagnosticTester on(DiagnosticTester rule, Kind... faults) {
    return with(rule, "mysql", faults);
  }

  static DiagnosticTester with(DiagnosticTester rule, @Nullable String database, Kind... faults) {
    return rule.given(
        SnapshotFacts.WORKLOAD_CONF,
        new WorkloadConf(
            PATH, database, Arrays.stream(faults).map(kind -> new Fault(kind, 4)).toList()));
  }
}
