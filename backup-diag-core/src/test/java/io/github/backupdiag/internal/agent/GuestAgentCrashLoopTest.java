package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestAgentCrashLoopTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestAgentCrashLoop())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsThreeEndsInErrorWithinAnHour() {
    rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 0, 20, 40))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 3)
        .withArgument("unit", "waagent");
    rule.given(GuestFacts.AGENT_LOG, ends(HANDLER + "1", 0, 20, 40))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void namesTheErrorBeforeTheEnd() {
    LogEvents log = ends(DAEMON, 0, 20, 40);
    List<LogEvent> events = new java.util.ArrayList<>(log.events());
    events.add(
        2,
        new LogEvent(
            "wa-errno-13",
            "/var/log/waagent.log",
            99,
            NIGHT.plus(Duration.ofMinutes(40)).minusSeconds(5),
            "[Errno 13] Permission denied"));
    rule.given(GuestFacts.AGENT_LOG, new LogEvents(events, NIGHT, null, true))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-15"})
  void doesNotCountOrderlyEnds(String code) {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_LOG, ends(HANDLER + code, 0, 20, 40))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void onlyHintsAtEndsThatAreFewOrFarApart() {
    assertThat(evidence(rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 0, 20)).expectInconclusive()))
        .hasSize(2);
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 0, -600, -700)).expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void countsAnEndOnceThatIsNotedTwice() {
    List<LogEvent> twice = new java.util.ArrayList<>();
    for (LogEvent end : ends(HANDLER + "1", 0, 20).events()) {
      twice.add(end);
      twice.add(
          new LogEvent(
              end.signature(),
              end.file(),
              end.line() + 10,
              Objects.requireNonNull(end.time()).plusMillis(3),
              "Event: name=WALinuxAgent, op=Enable, message=" + end.text()));
    }
    rule.given(GuestFacts.AGENT_LOG, new LogEvents(twice, NIGHT, null, true)).expectInconclusive();
  }

  @Test
  void confirmsOneEndWhereOnlyTheDaemonIsLeft() {
    rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 50))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(8L), List.of()))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(GuestFacts.AGENT_PROCESSES);
  }

  @Test
  void doesNotConfirmALoneDaemonWithoutALine() {
    rule.given(GuestFacts.AGENT_LOG, Samples.log(NIGHT))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(8L), List.of()))
        .expectInconclusive();
  }

  @Test
  void rulesOutAnAgentThatHasRunForAWhile() {
    rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 0))
        .given(AgentFacts.LIFE, life(2))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(39)))
        .expectRuledOut(When.NOW)
        .withEvidence("/var/log/waagent.log", 7);
    rule.given(GuestFacts.AGENT_LOG, Samples.log(NIGHT))
        .given(AgentFacts.LIFE, life(1))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(39)))
        .expectInconclusive();
  }

  @Test
  void doesNotTrustAHeartbeatBeforeTheLastEnd() {
    rule.given(GuestFacts.AGENT_LOG, ends(DAEMON, 5))
        .given(AgentFacts.LIFE, life(2))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(39)))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    rule.givenUnavailable(GuestFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void confirmsAServiceThatSystemdStartsAgainAndAgainOrNoMore() {
    rule.givenAbsent(GuestFacts.AGENT_LOG)
        .given(SnapshotFacts.KERNEL_LOG, unit(EXITED, 0, 1, 2))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/syslog", 3);
    rule.givenAbsent(GuestFacts.AGENT_LOG)
        .given(SnapshotFacts.KERNEL_LOG, unit("Start request repeated too quickly.", 0))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void doesNotConfirmAServiceThatEndedOnceOrOutsideTheWindow() {
    rule.givenAbsent(GuestFacts.AGENT_LOG)
        .given(SnapshotFacts.KERNEL_LOG, unit(EXITED, 0))
        .expectInconclusive();
    rule.givenAbsent(GuestFacts.AGENT_LOG)
        .given(SnapshotFacts.KERNEL_LOG, unit(EXITED, -9000, -8999, -8998))
        .expectInconclusive();
    rule.givenAbsent(GuestFacts.AGENT_LOG)
        .given(SnapshotFacts.KERNEL_LOG, unit("Failed with result 'timeout'.", 0, 1, 2))
        .expectInconclusive();
  }

  private static final String EXITED = "Main process exited, code=exited, status=1/FAILURE";

  private static LogEvents unit(String what, long... minutes) {
    List<LogEvent> events = new java.util.ArrayList<>();
    for (long minute : minutes) {
      events.add(
          new LogEvent(
              "unit-waagent-exited",
              "/var/log/syslog",
              events.size() + 1,
              NIGHT.plus(Duration.ofMinutes(minute)),
              "x vm systemd[1]: waagent.service: " + what));
    }
    return new LogEvents(events, NIGHT, null, true);
  }

  private static final String DAEMON = "Daemon ended with exception -- Sleep 15 seconds";
  private static final String HANDLER =
      "ExtHandler process WALinuxAgent-2.9.1.1 exited with return code: ";

  private static AgentLife life(int counter) {
    return new AgentLife(
        "/var/log/waagent.log", 7, NIGHT, "[HEARTBEAT]", counter, NIGHT, null, List.of());
  }

  private static LogEvents ends(String text, long... minutes) {
    LogEvent[] events = new LogEvent[minutes.length];
    for (int i = 0; i < minutes.length; i++) {
      events[i] =
          new LogEvent(
              text.equals(DAEMON) ? "wa-daemon-exception" : "wa-exthandler-exited",
              "/var/log/waagent.log",
              i + 1,
              NIGHT.plus(Duration.ofMinutes(minutes[i])),
              text);
    }
    return Samples.log(NIGHT, events);
  }
}
