package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.system.AgreeingCode;
import io.github.backupdiag.internal.system.WindowLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's process lives, but its main loop goes round no more: no heartbeat and no report for
 * 40 minutes (guest.any.agent.heartbeat), or it waits for a process that is gone. The check only
 * suggests: a code or the log of the job must agree.
 */
public final class LinuxAgentHung implements Diagnostic {

  private static final String WAIT = "wa-orphan-waiting";

  /** After this time the agent ends the process by force (WALinuxAgent ga/update.py). */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.linux-agent-hung", "linux-agent-hung")
          .needs(AgentFacts.LIFE)
          .helpful(
              GuestFacts.AGENT_LOG,
              GuestFacts.AGENT_PROCESSES,
              BackupFacts.REFERENCE_TIME,
              BackupFacts.MATCHES,
              BackupFacts.WINDOW,
              GuestFacts.AGENT_UNIT,
              GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.any.agent.heartbeat", "guest.linux.agent.running", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public LinuxAgentHung() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<LogEvent> waits =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, event -> event.signature().equals(WAIT));
    if (isLong(waits)) {
      return Verdict.likely(
              When.AT_FAILURE,
              WindowLines.evidence(
                      GuestFacts.AGENT_LOG, waits, "evidence.linux-agent-hung.waits-for-orphan")
                  .toArray(Evidence[]::new))
          .with(UnitName.ARGUMENT, UnitName.of(facts));
    }
    AgentLife life = facts.value(AgentFacts.LIFE);
    Instant reference = facts.value(BackupFacts.REFERENCE_TIME);
    if (life == null || life.newest() == null || reference == null) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-hung.no-sign"))
          .missing(AgentFacts.LIFE, BackupFacts.REFERENCE_TIME);
    }
    Duration silence = Duration.between(life.newest(), reference);
    if (silence.compareTo(Silence.HEARTBEAT_LIMIT) < 0) {
      return Verdict.ruledOut(When.NOW, sign(life, "alive", silence));
    }
    return silent(life, silence, facts);
  }

  /** A machine that was switched off is silent too, so something else must have gone on. */
  private static Verdict silent(AgentLife life, Duration silence, Facts facts) {
    if (Silence.isNoProcessSeen(facts)) {
      return Verdict.notApplicable(Phrase.of("because.linux-agent-hung.no-process"));
    }
    Evidence stale = sign(life, "silent", silence);
    Evidence alive = alive(life, facts);
    Evidence code = AgreeingCode.in(facts, AgreeingCode.AGENT);
    if (alive == null) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-hung.perhaps-off"))
          .missing(GuestFacts.AGENT_PROCESSES);
    }
    return code == null
        ? Verdict.inconclusive(Phrase.of("because.linux-agent-hung.no-code"))
            .hinting(List.of(stale, alive))
        : Verdict.likely(When.NOW, stale, alive, code).with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static @Nullable Evidence alive(AgentLife life, Facts facts) {
    if (Silence.isAnyProcessSeen(facts)) {
      return Evidence.of(
          GuestFacts.AGENT_PROCESSES, Phrase.of("evidence.linux-agent-hung.process"));
    }
    Instant newest = life.newest();
    Instant line = life.newestLine();
    boolean wentOn =
        newest != null
            && line != null
            && Duration.between(newest, line).compareTo(Silence.HEARTBEAT_LIMIT) >= 0;
    return wentOn
        ? Evidence.of(AgentFacts.LIFE, Phrase.of("evidence.linux-agent-hung.log-goes-on"))
            .withPlace(life.file(), 0)
            .withTime(line)
        : null;
  }

  private static Evidence sign(AgentLife life, String what, Duration silence) {
    return Evidence.of(
            AgentFacts.LIFE,
            Phrase.of(
                "evidence.linux-agent-hung." + what,
                "minutes",
                String.valueOf(Math.max(0, silence.toMinutes()))))
        .withExcerpt(life.text())
        .withPlace(life.file(), life.line())
        .withTime(life.newest());
  }

  private static boolean isLong(List<LogEvent> waits) {
    if (waits.size() < 2) {
      return false;
    }
    Instant first = waits.get(0).time();
    Instant last = waits.get(waits.size() - 1).time();
    return first != null
        && last != null
        && Duration.between(first, last).compareTo(LONGEST_WAIT) > 0;
  }
}
