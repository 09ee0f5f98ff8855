package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The agent's log ends where a {@code disable_agent} file puts the daemon to sleep for good
 * (WALinuxAgent daemon/main.py); a later line would mean that it was woken.
 */
public final class GuestAgentAsleep implements Diagnostic {

  private static final String SIGNATURE = "wa-agent-disabled";

  /** A hint about the VM model follows the line at once. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(2);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-asleep", "guest-agent-not-running")
          .needs(GuestFacts.AGENT_LOG)
          .helpful(GuestFacts.AGENT_PROCESSES, GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.agent.running");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentAsleep() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    LogEvent event = lastLine(facts.value(GuestFacts.AGENT_LOG));
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    if (event == null || (processes != null && !processes.extensionHandler().isEmpty())) {
      return Verdict.notApplicable(Phrase.of("because.guest-agent-asleep.awake"));
    }
    return Verdict.likely(
            When.NOW,
            Evidence.of(GuestFacts.AGENT_LOG, Phrase.of("evidence.guest-agent-asleep.sleeps"))
                .withExcerpt(event.text())
                .withPlace(event.file(), event.line())
                .withTime(event.time()))
        .with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  /** The line, if the agent wrote nothing after it. */
  private static @Nullable LogEvent lastLine(@Nullable LogEvents log) {
    if (log == null || log.newest() == null) {
      return null;
    }
    LogEvent last = null;
    for (LogEvent event : log.events()) {
      if (event.signature().equals(SIGNATURE)
          && event.time() != null
          && !event.time().plus(SAME_MOMENT).isBefore(log.newest())) {
        last = event;
      }
    }
    return last;
  }
}
