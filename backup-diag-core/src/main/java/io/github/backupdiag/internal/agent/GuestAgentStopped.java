package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.time.Duration;
import java.util.List;

/**
 * The system log says that the agent's service was stopped, and the system went on without it. The
 * same line stands at every shutdown: only a log that goes on tells the two apart.
 */
public final class GuestAgentStopped implements Diagnostic {

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-stopped", "guest-agent-not-running")
          .needs(GuestFacts.AGENT_SERVICE_LOG)
          .helpful(
              GuestFacts.AGENT_PROCESSES,
              GuestFacts.AGENT_LOG,
              GuestFacts.AGENT_UNIT,
              GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.agent.running");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentStopped() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentServiceLog last = facts.value(GuestFacts.AGENT_SERVICE_LOG);
    if (last == null || !last.stopped() || Silence.isAnyProcessSeen(facts)) {
      return Verdict.notApplicable(Phrase.of("because.guest-agent-stopped.not-stopped"));
    }
    Evidence stop =
        Evidence.of(
                GuestFacts.AGENT_SERVICE_LOG,
                Phrase.of(
                    "evidence.guest-agent-stopped.went-on",
                    "minutes",
                    String.valueOf(last.after().toMinutes())))
            .withExcerpt(last.text())
            .withPlace(last.file(), last.line())
            .withTime(last.at());
    boolean wentOn = last.after().compareTo(Silence.HEARTBEAT_LIMIT) >= 0;
    if (wentOn && isAgentSilent(last, facts)) {
      return Verdict.likely(When.NOW, stop).with(UnitName.ARGUMENT, UnitName.of(facts));
    }
    return Verdict.inconclusive(Phrase.of("because.guest-agent-stopped.perhaps-shutdown"))
        .missing(GuestFacts.AGENT_PROCESSES)
        .hinting(List.of(stop));
  }

  /** Without a full time the two logs cannot be compared; then the unit must agree. */
  private static boolean isAgentSilent(AgentServiceLog last, Facts facts) {
    if (last.at() != null) {
      return Silence.isWithoutLog(facts) || Silence.isSince(last.at().plus(CLOCK_TOLERANCE), facts);
    }
    AgentUnit unit = facts.value(GuestFacts.AGENT_UNIT);
    return unit != null && unit.state() != AgentUnit.State.ENABLED;
  }
}
