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
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.system.WindowLines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The agent or its extension handler ends in error again and again (guest.linux.agent.log), as the
 * agent's log or systemd tells, or once while only its daemon is left (guest.linux.agent.running).
 * The line before an end names the reason.
 */
public final class GuestAgentCrashLoop implements Diagnostic {

  private static final Set<String> ALWAYS = Set.of("wa-daemon-exception", "wa-restart-more");
  private static final Set<String> WITH_CODE =
      Set.of("wa-agent-launch-rc", "wa-agent-launch-exc", "wa-exthandler-exited");
  private static final Pattern CODE = Pattern.compile("return code: (-?\\d{1,6})");

  /** Ended by itself after an update, or told to end. */
  private static final Set<String> ORDERLY = Set.of("0", "-15", "-2", "-1");

  private static final int MANY = 3;
  private static final Duration HOUR = Duration.ofHours(1);

  /** The agent notes a failure as a line and as an event of its telemetry, at once. */
  private static final Duration SAME_END = Duration.ofSeconds(1);

  private static final Duration JUST_BEFORE = Duration.ofMinutes(1);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-crash-loop", "guest-agent-crash-loop")
          .needs(GuestFacts.AGENT_LOG)
          .helpful(
              AgentFacts.LIFE,
              SnapshotFacts.KERNEL_LOG,
              GuestFacts.AGENT_PROCESSES,
              BackupFacts.REFERENCE_TIME,
              BackupFacts.WINDOW,
              GuestFacts.AGENT_UNIT,
              GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.agent.log", "guest.linux.agent.running", "guest.any.agent.heartbeat");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentCrashLoop() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<LogEvent> ends =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, GuestAgentCrashLoop::isEndInError);
    List<LogEvent> unit = WindowLines.in(SnapshotFacts.KERNEL_LOG, facts, UnitEnds::isOne);
    if (UnitEnds.isGivenUp(unit) || isLoop(unit)) {
      return Verdict.likely(
              When.AT_FAILURE,
              WindowLines.evidence(
                      SnapshotFacts.KERNEL_LOG, unit, "evidence.guest-agent-crash-loop.service")
                  .toArray(Evidence[]::new))
          .with(UnitName.ARGUMENT, UnitName.of(facts));
    }
    List<Evidence> evidence = new ArrayList<>(reason(ends, facts));
    evidence.addAll(
        0,
        WindowLines.evidence(GuestFacts.AGENT_LOG, ends, "evidence.guest-agent-crash-loop.ended"));
    if (isLoop(eachOnce(ends))) {
      return Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
          .with(UnitName.ARGUMENT, UnitName.of(facts));
    }
    if (!ends.isEmpty() && isDaemonAlone(facts)) {
      evidence.add(
          Evidence.of(
              GuestFacts.AGENT_PROCESSES,
              Phrase.of("evidence.guest-agent-not-running.daemon-only")));
      return Verdict.likely(When.NOW, evidence.toArray(Evidence[]::new))
          .with(UnitName.ARGUMENT, UnitName.of(facts));
    }
    Evidence steady = steady(ends, facts);
    if (steady != null) {
      return Verdict.ruledOut(When.NOW, steady);
    }
    return ends.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.guest-agent-crash-loop.no-end"))
        : Verdict.inconclusive(Phrase.of("because.guest-agent-crash-loop.once")).hinting(evidence);
  }

  private static boolean isEndInError(LogEvent event) {
    if (ALWAYS.contains(event.signature())) {
      return true;
    }
    Matcher code = CODE.matcher(event.text());
    boolean ofAgent =
        event.text().contains("WALinuxAgent-") || event.text().contains("ExtHandler process");
    return WITH_CODE.contains(event.signature())
        && ofAgent
        && (!code.find() || !ORDERLY.contains(code.group(1)));
  }

  /** Three ends within an hour; a restart after an update is one. */
  private static boolean isLoop(List<LogEvent> ends) {
    for (int i = MANY - 1; i < ends.size(); i++) {
      Instant first = ends.get(i - MANY + 1).time();
      Instant last = ends.get(i).time();
      if (first != null && last != null && Duration.between(first, last).compareTo(HOUR) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<LogEvent> eachOnce(List<LogEvent> ends) {
    List<LogEvent> once = new ArrayList<>();
    Instant last = null;
    for (LogEvent end : ends) {
      Instant time = end.time();
      boolean again =
          time != null
              && last != null
              && Duration.between(last, time).abs().compareTo(SAME_END) < 0;
      if (!again) {
        once.add(end);
        last = time;
      }
    }
    return once;
  }

  private static boolean isDaemonAlone(Facts facts) {
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    return processes != null
        && !processes.daemon().isEmpty()
        && processes.extensionHandler().isEmpty();
  }

  /** The second heartbeat of a process comes half an hour after its start. */
  private static @Nullable Evidence steady(List<LogEvent> ends, Facts facts) {
    AgentLife life = facts.value(AgentFacts.LIFE);
    Instant reference = facts.value(BackupFacts.REFERENCE_TIME);
    Instant heartbeat = life == null ? null : life.heartbeat();
    if (life == null || heartbeat == null || reference == null || life.counter() < 2) {
      return null;
    }
    boolean since =
        ends.stream().anyMatch(end -> end.time() == null || end.time().isAfter(heartbeat));
    if (since) {
      return null;
    }
    return Duration.between(heartbeat, reference).compareTo(Silence.HEARTBEAT_LIMIT) < 0
        ? Evidence.of(AgentFacts.LIFE, Phrase.of("evidence.guest-agent-crash-loop.steady"))
            .withExcerpt(life.text())
            .withPlace(life.file(), life.line())
            .withTime(heartbeat)
        : null;
  }

  /** The last error before the last end. */
  private static List<Evidence> reason(List<LogEvent> ends, Facts facts) {
    if (ends.isEmpty()) {
      return List.of();
    }
    LogEvent last = ends.get(ends.size() - 1);
    List<LogEvent> before =
        WindowLines.in(
            GuestFacts.AGENT_LOG,
            facts,
            event ->
                !isEndInError(event)
                    && event.time() != null
                    && last.time() != null
                    && !event.time().isAfter(last.time())
                    && event.time().isAfter(last.time().minus(JUST_BEFORE)));
    List<LogEvent> newest = before.subList(Math.max(0, before.size() - 1), before.size());
    return WindowLines.evidence(
        GuestFacts.AGENT_LOG, newest, "evidence.guest-agent-crash-loop.reason");
  }
}
