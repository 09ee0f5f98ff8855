package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.service.ServiceSamples.given;
import static io.github.backupdiag.internal.service.ServiceSamples.service;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.internal.service.ServiceSamples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules about the services of the agent. */
class WindowsServiceRulesTest {

  @Test
  void keyIsolationMayBeStoppedUnlessTheAgentFailsForIt() {
    DiagnosticTester test =
        given(new CngKeyIsolationStopped(), service("KeyIso", 3, ServiceSamples.SYSTEM, 1))
            .given(BackupFacts.WINDOW, Samples.WINDOW);

    test.expectInconclusive();
    test.given(WindowsFacts.AGENT_LOG, Samples.log(Samples.NIGHT, rdCrypt(Duration.ofDays(-3))))
        .expectInconclusive();
    test.given(WindowsFacts.AGENT_LOG, Samples.log(Samples.NIGHT, rdCrypt(Duration.ofMinutes(5))))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void keyIsolationIsTheCauseWhenDisabledAndNotWhenRunning() {
    given(new CngKeyIsolationStopped(), service("KeyIso", 4, ServiceSamples.SYSTEM, 1))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    given(new CngKeyIsolationStopped(), service("KeyIso", 3, ServiceSamples.SYSTEM, 4))
        .expectRuledOut(When.NOW);
  }

  @Test
  void bothServicesOfTheAgentMustRun() {
    agent(2, 4, 2, 4).expectRuledOut(When.NOW);
    agent(4, 1, 2, 4).expectConfirmed(When.NOW, Confidence.CERTAIN);
    agent(2, 4, 4, 1).expectConfirmed(When.NOW, Confidence.CERTAIN);
    agent(2, 1, 2, 4).expectConfirmed(When.NOW, Confidence.LIKELY);
    agent(2, 4, 2, 1).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void aServiceOfTheAgentThatStartsOrIsNotSeenIsNotStopped() {
    agent(2, 2, 2, 4).expectInconclusive();
    agent(2, 3, 2, 4).expectInconclusive();
    agent(2, null, 2, null).expectInconclusive();
    given(
            new WindowsAgentNotRunning(),
            service("WindowsAzureGuestAgent", 2, ServiceSamples.SYSTEM, 4))
        .expectInconclusive();
  }

  @Test
  void anAgentWhoseDelayedStartIsYetToComeIsNotStopped() {
    agent(2, 4, yetToStart("RdAgent", 2)).expectInconclusive();
    agent(2, 4, yetToStart("RdAgent", 3)).expectConfirmed(When.NOW, Confidence.LIKELY);
    agent(2, 4, ended("RdAgent", 1067)).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void anAgentThatWroteToItsLogMinutesAgoMayRestart() {
    DiagnosticTester stopped = agent(2, 1, 2, 4).given(BackupFacts.REFERENCE_TIME, Samples.NIGHT);
    Instant lately = Samples.NIGHT.minus(Duration.ofMinutes(9));
    Instant before = Samples.NIGHT.minus(Duration.ofMinutes(11));

    stopped.given(WindowsFacts.AGENT_LOG, Samples.log(lately)).expectInconclusive();
    stopped
        .given(WindowsFacts.AGENT_LOG, Samples.log(before))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    agent(4, 1, 2, 4)
        .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT)
        .given(WindowsFacts.AGENT_LOG, Samples.log(lately))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  private static WindowsService yetToStart(String name, int start) {
    return new WindowsService(name, start, ServiceSamples.SYSTEM, "", 1, 1077);
  }

  private static WindowsService ended(String name, int exit) {
    return new WindowsService(name, 2, ServiceSamples.SYSTEM, "", 1, exit);
  }

  private static DiagnosticTester agent(int start, Integer state, WindowsService helper) {
    return given(
        new WindowsAgentNotRunning(),
        service("WindowsAzureGuestAgent", start, ServiceSamples.SYSTEM, state),
        helper);
  }

  @Test
  void anAgentThatIsStoppedIsStuckOnlyIfItsFailureAgrees() {
    DiagnosticTester test =
        given(
            new GuestAgentStuckStopping(),
            service("WindowsAzureGuestAgent", 2, ServiceSamples.SYSTEM, 3));

    test.expectInconclusive();
    test.given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    given(
            new GuestAgentStuckStopping(),
            service("WindowsAzureGuestAgent", 2, ServiceSamples.SYSTEM, 4))
        .expectRuledOut(When.NOW);
    given(
            new GuestAgentStuckStopping(),
            service("WindowsAzureGuestAgent", 2, ServiceSamples.SYSTEM, null))
        .expectInconclusive();
  }

  private static LogEvent rdCrypt(Duration after) {
    return Samples.agentLine("wg-rdcrypt", Samples.NIGHT.plus(after), "RdCrypt failed");
  }

  private static DiagnosticTester agent(
      int start, @Nullable Integer state, int helperStart, @Nullable Integer helperState) {
    return given(
        new WindowsAgentNotRunning(),
        service("WindowsAzureGuestAgent", start, ServiceSamples.SYSTEM, state),
        service("RdAgent", helperStart, ServiceSamples.SYSTEM, helperState));
  }
}
