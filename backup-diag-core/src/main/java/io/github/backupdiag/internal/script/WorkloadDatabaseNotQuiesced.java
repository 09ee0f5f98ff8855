package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.internal.snapshot.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The database scripts are set up in order, and their step failed at the database, as its code or
 * the log says (guest.linux.workload.conf, .database-state, guest.linux.extension.log). Nobody logs
 * in to look.
 */
public final class WorkloadDatabaseNotQuiesced implements Diagnostic {

  private static final Set<String> CODES =
      Set.of(
          "VMSnapshotLinux.500",
          "VMSnapshotLinux.504",
          "VMSnapshotLinux.506",
          "VMSnapshotLinux.508",
          "VMSnapshotLinux.509",
          "VMSnapshotLinux.510",
          "VMSnapshotLinux.511",
          "VMSnapshotLinux.512");

  private static final Set<String> LINES = Set.of("wl-pre-failed-oracle", "wl-daemon-failed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.script.workload-database-not-quiesced", "workload-database-not-quiesced")
          .needs(SnapshotFacts.WORKLOAD_CONF)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.workload.conf",
              "guest.linux.workload.database-state",
              "guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public WorkloadDatabaseNotQuiesced() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WorkloadConf conf = facts.value(SnapshotFacts.WORKLOAD_CONF);
    if (conf == null || (!conf.isOn() && conf.faults().isEmpty())) {
      return WorkloadSettings.unused(facts);
    }
    if (!conf.faults().isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.workload-database-not-quiesced.settings"));
    }
    List<Evidence> why = new ArrayList<>(Agreement.of(facts, CODES, LINES));
    if (why.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.workload-database-not-quiesced.no-trace"));
    }
    why.add(WorkloadSettings.evidence("evidence.workload-config-invalid.complete", conf));
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new));
  }
}
