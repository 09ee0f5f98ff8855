package io.github.backupdiag.internal.vm;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent reported after the failure, and in its report the run of the backup extension still
 * works (azure.extension.vmsnapshot; log-formats.md, section 3: code 4 that stays means that the
 * run died). The handler is ready meanwhile. Only on Linux is this status that of a run.
 */
public final class RunStillTransitioning implements Diagnostic {

  private static final String TEXT = "evidence.run-still-transitioning.";

  /** Once the job is known to have failed, its run has had its time. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(30);

  private static final Set<String> CODES =
      Set.of("GuestAgentSnapshotTaskStatusError", "VMSnapshotLinux.4");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.run-still-transitioning", "snapshot-run-unfinished")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(BackupFacts.MATCHES, BackupFacts.FAILED_AT)
          .on(GuestOs.Family.LINUX)
          .corroborating()
          .checks("guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public RunStillTransitioning() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    ExtensionView extension = view == null ? null : working(view);
    if (view == null || extension == null) {
      return Verdict.inconclusive(Phrase.of("because.run-still-transitioning.none"));
    }
    ViewStatus report = laterReport(view, facts);
    if (report == null) {
      return Verdict.inconclusive(Phrase.of("because.run-still-transitioning.undated"));
    }
    List<Evidence> seen = new ArrayList<>();
    seen.add(ViewEvidence.of(Phrase.of(TEXT + "works"), extension.statuses().get(0)));
    seen.add(ViewEvidence.of(Phrase.of(TEXT + "report"), report));
    ViewStatus ready = ViewEvidence.readyHandler(view, extension.type());
    if (ready != null) {
      seen.add(ViewEvidence.of(Phrase.of(TEXT + "ready-handler"), ready));
    }
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    if (code.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.run-still-transitioning.alone")).hinting(seen);
    }
    seen.addAll(code);
    return Verdict.likely(When.NOW, seen.toArray(Evidence[]::new));
  }

  private static @Nullable ExtensionView working(InstanceView view) {
    return view.extensions().stream()
        .filter(one -> (one.name() + one.type()).toLowerCase(Locale.ROOT).contains("snapshotlinux"))
        .filter(one -> one.isOfBackup() && !one.statuses().isEmpty())
        .filter(one -> one.statuses().get(0).of("ProvisioningState").equals("transitioning"))
        .findFirst()
        .orElse(null);
  }

  /** What the agent said of itself long enough after the failure, or null. */
  private static @Nullable ViewStatus laterReport(InstanceView view, Facts facts) {
    AgentView agent = view.agent();
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    if (agent == null || agent.statuses().isEmpty() || failed == null) {
      return null;
    }
    ViewStatus report = agent.statuses().get(0);
    Instant at = report.at();
    return at == null || at.isBefore(failed.plus(AFTER_FAILURE)) ? null : report;
  }
}
