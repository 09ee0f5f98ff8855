package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentSelfReport;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The last sign of life that the agent noted is older than its period (guest.any.agent.heartbeat,
 * which only suggests: the value stays after the agent or the machine was stopped). Where a service
 * of the agent is stopped or disabled, that is why it is silent, and not that it hangs. A younger
 * line in the log of the agent is the newer sign.
 */
public final class WindowsAgentHeartbeatOld implements Diagnostic {

  private static final Set<String> SERVICES = Set.of("WindowsAzureGuestAgent", "RdAgent");

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
              "UserErrorGuestAgentStatusUnavailable",
              "GuestAgentSnapshotTaskStatusError",
              "LegacyVmAgentNotResponsive",
              "VMAgentStatusCommunicationError")
          .lines("wg-stop-failed", "wg-gaplugin-unhealthy");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.windows-agent-heartbeat-old", "windows-agent-unresponsive")
          .needs(WindowsAgentFacts.SELF_REPORT)
          .helpful(
              WindowsTraces.readsWith(BackupFacts.REFERENCE_TIME, WindowsServiceFacts.SERVICES))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.any.agent.heartbeat", "guest.windows.agent.service");

  /** Made by {@code ServiceLoader}. */
  public WindowsAgentHeartbeatOld() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentSelfReport report = facts.value(WindowsAgentFacts.SELF_REPORT);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    if (report == null || report.heartbeat() == null || now == null) {
      return WindowsTraces.notSeen(WindowsAgentFacts.SELF_REPORT);
    }
    Duration age = Duration.between(report.heartbeat(), now);
    if (age.compareTo(Silence.HEARTBEAT_LIMIT) <= 0) {
      return Verdict.ruledOut(When.NOW, evidence(report, "fresh", age));
    }
    if (isAtRest(facts)) {
      return Verdict.inconclusive(Phrase.of("because.windows-agent-heartbeat-old.at-rest"));
    }
    return isLogYoung(facts, now)
        ? Verdict.inconclusive(Phrase.of("because.windows-agent-heartbeat-old.log-lives"))
        : TRACES.judge(facts, evidence(report, "old", age));
  }

  private static boolean isLogYoung(Facts facts, Instant now) {
    LogEvents log = facts.value(WindowsFacts.AGENT_LOG);
    return log != null
        && log.newest() != null
        && Duration.between(log.newest(), now).compareTo(Silence.HEARTBEAT_LIMIT) <= 0;
  }

  private static boolean isAtRest(Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    return services != null
        && services.services().stream()
            .filter(service -> SERVICES.contains(service.name()))
            .anyMatch(service -> service.isDisabled() || service.isStopped());
  }

  private static Evidence evidence(AgentSelfReport report, String what, Duration age) {
    return Evidence.of(
            WindowsAgentFacts.SELF_REPORT,
            Phrase.of(
                "evidence.windows-agent-heartbeat-old." + what,
                "minutes",
                String.valueOf(Math.max(0, age.toMinutes()))))
        .withPlace(report.key(), 0)
        .withTime(report.heartbeat());
  }
}
