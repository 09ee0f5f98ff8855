package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import io.github.backupdiag.internal.snapshot.Agreement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the database scripts cannot be used, and the extension stumbled on just that
 * (guest.linux.workload.conf). Without a database in it the file does nothing, as on most guests.
 */
public final class WorkloadConfigInvalid implements Diagnostic {

  private static final Map<Kind, Trace> TRACES = new EnumMap<>(Kind.class);

  static {
    Trace unread =
        new Trace(Set.of("VMSnapshotLinux.501"), Set.of("wl-conf-exception"), "workloadconfig");
    TRACES.put(Kind.UNREADABLE, unread);
    TRACES.put(Kind.PERCENT, unread);
    TRACES.put(
        Kind.NUMBER,
        new Trace(
            Set.of("VMSnapshotLinux.500", "VMSnapshotLinux.501"),
            Set.of("wl-conf-exception", "wl-pre-exception"),
            "workloadconfig"));
    TRACES.put(
        Kind.DATABASE,
        new Trace(Set.of("VMSnapshotLinux.503"), Set.of("wl-unsupported"), "Workload Not"));
    TRACES.put(Kind.ROLE, new Trace(Set.of("VMSnapshotLinux.502"), Set.of(), "invalid role"));
    TRACES.put(
        Kind.LOGIN,
        new Trace(Set.of("VMSnapshotLinux.505"), Set.of("wl-cred-missing"), "linux user string"));
    TRACES.put(
        Kind.IPC_FOLDER, new Trace(Set.of("VMSnapshotLinux.507"), Set.of(), "IPC directory"));
    TRACES.put(
        Kind.IPC_FOLDER_GONE,
        new Trace(
            Set.of("VMSnapshotLinux.507", "VMSnapshotLinux.509"),
            Set.of("wl-quiesce-failed"),
            "IPC directory"));
    TRACES.put(
        Kind.TIMEOUT,
        new Trace(
            Set.of(
                "VMSnapshotLinux.500",
                "VMSnapshotLinux.504",
                "VMSnapshotLinux.506",
                "VMSnapshotLinux.509",
                "VMSnapshotLinux.510"),
            Set.of(
                "wl-not-app-consistent",
                "wl-quiesce-failed",
                "wl-sql-failed",
                "wl-daemon-failed",
                "wl-pre-exception",
                "wl-post-exception"),
            "not app consistent"));
  }

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.workload-config-invalid", "workload-config-invalid")
          .needs(SnapshotFacts.WORKLOAD_CONF)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.workload.conf");

  /** Made by {@code ServiceLoader}. */
  public WorkloadConfigInvalid() {}

  /** What the extension says of a fault: a code, a line of its own, or words in the report. */
  private record Trace(Set<String> codes, Set<String> lines, String words) {

    private static final Set<String> REPORTS = Set.of("wl-error", "wl-warning");

    List<Evidence> in(Facts facts) {
      List<Evidence> found = new ArrayList<>(Agreement.of(facts, codes, lines));
      for (LogEvent report : Agreement.lines(facts, GuestFacts.EXTENSION_LOG, REPORTS)) {
        if (report.text().contains(words)) {
          found.add(Agreement.line(GuestFacts.EXTENSION_LOG, report));
        }
      }
      return found;
    }
  }

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
    for (Fault fault : conf.faults()) {
      Trace trace = TRACES.get(fault.kind());
      List<Evidence> agreeing = trace == null ? List.of() : trace.in(facts);
      if (!agreeing.isEmpty()) {
        List<Evidence> why = new ArrayList<>(List.of(fault(conf, fault)));
        agreeing.stream().distinct().limit(3).forEach(why::add);
        return Verdict.likely(When.NOW, why.toArray(Evidence[]::new));
      }
    }
    return conf.faults().isEmpty()
        ? Verdict.ruledOut(
            When.NOW, WorkloadSettings.evidence("evidence.workload-config-invalid.complete", conf))
        : Verdict.inconclusive(Phrase.of("because.workload-config-invalid.no-second-trace"))
            .hinting(conf.faults().stream().limit(3).map(fault -> fault(conf, fault)).toList());
  }

  private static Evidence fault(WorkloadConf conf, Fault fault) {
    String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return WorkloadSettings.evidence("evidence.workload-config-invalid." + kind, conf)
        .withPlace(conf.path(), fault.line());
  }
}
