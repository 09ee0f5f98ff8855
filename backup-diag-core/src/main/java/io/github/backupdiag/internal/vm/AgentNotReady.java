package io.github.backupdiag.internal.vm;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.AgentView.Report;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.agent.UnitName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Azure hears nothing of the agent any more (azure.agent.status, which only suggests). Judged only
 * while the VM runs. An agent that never reported may be missing, starting or cut off as well: that
 * is no more than a hint.
 */
public final class AgentNotReady implements Diagnostic {

  /** The agent reports every few minutes; an older status may be of another day. */
  private static final Duration FRESH = Duration.ofHours(1);

  private static final Set<String> CODES =
      Set.of(
          "GuestAgentSnapshotTaskStatusError",
          "GuestAgentStatusUnavailableUserError",
          "LegacyVmAgentNotResponsive",
          "UserErrorGuestAgentStatusUnavailable",
          "VMAgentStatusCommunicationError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.agent-not-ready", "guest-agent-not-running")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(
              BackupFacts.MATCHES,
              BackupFacts.WINDOW,
              BackupFacts.REFERENCE_TIME,
              GuestFacts.AGENT_UNIT,
              GuestFacts.OS)
          .checks("azure.agent.status", "azure.vm.power-state");

  /** Made by {@code ServiceLoader}. */
  public AgentNotReady() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    if (view == null || !view.powerState().equals("running")) {
      return Verdict.inconclusive(Phrase.of("because.agent-not-ready.not-running"));
    }
    AgentView agent = view.agent();
    Report report = agent == null ? Report.NOT_TOLD : agent.report();
    return agent == null || report == Report.NOT_TOLD
        ? Verdict.inconclusive(Phrase.of("because.agent-not-ready.not-told"))
        : judged(report, agent.statuses().get(0), facts);
  }

  private static Verdict judged(Report report, ViewStatus status, Facts facts) {
    if (report == Report.READY) {
      return ready(status, facts);
    }
    String what = report.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Evidence evidence = ViewEvidence.of(Phrase.of("evidence.agent-not-ready." + what), status);
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    return report == Report.WENT_SILENT && !code.isEmpty()
        ? Verdict.likely(When.NOW, evidence, code.get(0))
            .with(UnitName.ARGUMENT, UnitName.of(facts))
        : Verdict.inconclusive(Phrase.of("because.agent-not-ready.alone"))
            .hinting(List.of(evidence));
  }

  private static Verdict ready(ViewStatus status, Facts facts) {
    Evidence evidence = ViewEvidence.of(Phrase.of("evidence.agent-not-ready.ready"), status);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (window != null && window.contains(status.at())) {
      return Verdict.ruledOut(When.AT_FAILURE, evidence);
    }
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    Instant at = status.at();
    boolean fresh = now != null && at != null && !at.plus(FRESH).isBefore(now);
    return fresh
        ? Verdict.ruledOut(When.NOW, evidence)
        : Verdict.inconclusive(Phrase.of("because.agent-not-ready.undated"));
  }
}
