package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the agent was heard of lately, where no process list tells. */
final class Silence {

  /** The agent's own period is 30 minutes (guest.any.agent.heartbeat). */
  static final Duration HEARTBEAT_LIMIT = Duration.ofMinutes(40);

  /** Codes that say nothing but that the agent does not answer. */
  private static final Set<String> CODES =
      Set.of("UserErrorGuestAgentStatusUnavailable", "GuestAgentSnapshotTaskStatusError");

  private Silence() {}

  static boolean isAnyProcessSeen(Facts facts) {
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    return processes != null && processes.isAnyRunning();
  }

  static boolean isNoProcessSeen(Facts facts) {
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    return processes != null && !processes.isAnyRunning();
  }

  /** True if the agent's log is there and none of its lines is newer than the given time. */
  static boolean isSince(@Nullable Instant time, Facts facts) {
    Instant newest = newestLine(facts);
    return time != null && newest != null && !newest.isAfter(time);
  }

  static boolean isWithoutLog(Facts facts) {
    return facts.get(GuestFacts.AGENT_LOG) instanceof Absent<LogEvents>;
  }

  /** The end of the agent's log, if it lies further back than a living agent would let it. */
  static @Nullable Evidence staleHeartbeat(Facts facts) {
    Instant newest = newestLine(facts);
    Instant reference = facts.value(BackupFacts.REFERENCE_TIME);
    if (newest == null || reference == null) {
      return null;
    }
    Duration silence = Duration.between(newest, reference);
    return silence.compareTo(HEARTBEAT_LIMIT) < 0
        ? null
        : Evidence.of(
                GuestFacts.AGENT_LOG,
                Phrase.of(
                    "evidence.guest-agent-not-running.log-ended",
                    "minutes",
                    String.valueOf(silence.toMinutes())))
            .withTime(newest);
  }

  /** A code of the failure that agrees with an agent that does not run. */
  static @Nullable Evidence agreeingCode(Facts facts) {
    List<CodeMatch> matches = facts.value(BackupFacts.MATCHES);
    if (matches == null) {
      return null;
    }
    return matches.stream()
        .filter(match -> CODES.contains(match.code()))
        .findFirst()
        .map(
            match ->
                Evidence.of(
                        BackupFacts.MATCHES,
                        Phrase.of(
                            "evidence.guest-agent-not-running.code-agrees", "code", match.code()))
                    .withExcerpt(match.excerpt()))
        .orElse(null);
  }

  /** The last word about the agent's service, if it says that it was stopped. */
  static @Nullable Evidence stop(Facts facts) {
    AgentServiceLog last = facts.value(GuestFacts.AGENT_SERVICE_LOG);
    return last == null || !last.stopped()
        ? null
        : Evidence.of(
                GuestFacts.AGENT_SERVICE_LOG,
                Phrase.of("evidence.guest-agent-not-running.stopped-last"))
            .withExcerpt(last.text())
            .withPlace(last.file(), last.line())
            .withTime(last.at());
  }

  private static @Nullable Instant newestLine(Facts facts) {
    LogEvents log = facts.value(GuestFacts.AGENT_LOG);
    return log == null ? null : log.newest();
  }
}
