package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure that was reported as missing network, and what the log of its time says. */
class NoNetworkTest {

  private static final String CODE = "ExtensionSnapshotFailedNoNetwork";

  private static LogEvent line(String signature, int seconds) {
    return line(signature, seconds, signature);
  }

  private static LogEvent line(String signature, int seconds, String text) {
    return new LogEvent(signature, "log", 7, Samples.NIGHT.plusSeconds(seconds), text);
  }

  @Nested
  class TheHostAnswered {

    private final DiagnosticTester rule = Seen.by(new HostAnsweredInJob());

    private DiagnosticTester extensionSays(LogEvent... lines) {
      return rule.given(GuestFacts.EXTENSION_LOG, Samples.log(Samples.NIGHT, lines));
    }

    private DiagnosticTester statusSays(Instant at, Long check, Long answer) {
      Outcome outcome = new Outcome(76, "success", "said", null, 1, 1, check, answer);
      return rule.given(
          ExtensionFacts.STATUS,
          new ExtensionStatus(
              "21.status", "1.0.9235.0", 21, ExtensionStatus.Reading.READ, at, outcome));
    }

    @Test
    void rulesOutByTheAnswerToTheCheckBeforeTheSnapshot() {
      extensionSays(line("ext-presnapshot-200", 60), line("ext-no-network", 90))
          .expectRuledOut(When.AT_FAILURE)
          .withEvidence("log", 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext-dosnapshot-wrong-wire", "ext-http-failed", "ext-http-none"})
    void takesTheAnswerBackWhereALaterCallFailed(String failed) {
      extensionSays(line("ext-presnapshot-200", 60), line(failed, 80)).expectNotApplicable();
      extensionSays(line(failed, 30), line("ext-presnapshot-200", 60))
          .expectRuledOut(When.AT_FAILURE);
    }

    @Test
    void doesNotTakeTheAnswerOfAnotherRun() {
      LogEvents log =
          new LogEvents(
              List.of(line("ext-presnapshot-200", 60), line("ext-no-network", 1200)),
              null,
              Samples.NIGHT.plusSeconds(1000),
              true);
      rule.given(GuestFacts.EXTENSION_LOG, log).expectNotApplicable();
      extensionSays(line("ext-presnapshot-200", 0), line("ext-no-network", 3000))
          .expectNotApplicable();
      extensionSays(line("ext-presnapshot-200", -86400)).expectNotApplicable();
    }

    @Test
    void hearsTheAgentOnlyAfterTheExtensionGaveUp() {
      DiagnosticTester gaveUp = extensionSays(line("ext-no-network", 90));
      gaveUp
          .given(
              GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, line("wa-gs-new-vmsettings", 100)))
          .expectRuledOut(When.AT_FAILURE);
      gaveUp
          .given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, line("wa-gs-new-vmsettings", 80)))
          .expectNotApplicable();
      rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, line("wa-gs-new-vmsettings", 80)))
          .expectNotApplicable();
    }

    @Test
    void believesTheAgentThatTheHostWentSilentLater() {
      DiagnosticTester answered = extensionSays(line("ext-presnapshot-200", 60));
      String toHost = "GET http://168.63.129.16/machine -- IOError [Errno 110]";

      answered
          .given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, line("wa-errno-110", 70, toHost)))
          .expectNotApplicable();
      answered
          .given(
              GuestFacts.AGENT_LOG,
              Samples.log(Samples.NIGHT, line("wa-errno-110", 70, "GET https://other.example/")))
          .expectRuledOut(When.AT_FAILURE);
    }

    @Test
    void readsTheAnswerOfTheStatusOfTheRun() {
      Instant at = Samples.NIGHT.plusSeconds(60);
      statusSays(at, 200L, 556L).expectRuledOut(When.AT_FAILURE);
      statusSays(at, 200L, null).expectRuledOut(When.AT_FAILURE);
      statusSays(at, 200L, 555L).expectNotApplicable();
      statusSays(at, 200L, 558L).expectNotApplicable();
      statusSays(at, null, null).expectNotApplicable();
      statusSays(Samples.NIGHT.minus(Duration.ofDays(1)), 200L, 200L).expectNotApplicable();
    }

    @Test
    void letsTheStatusTakeTheLineBack() {
      Outcome outcome = new Outcome(76, "success", "said", null, 1, 1, 200L, 555L);
      extensionSays(line("ext-presnapshot-200", 60))
          .given(
              ExtensionFacts.STATUS,
              new ExtensionStatus(
                  "21.status",
                  "1.0.9235.0",
                  21,
                  ExtensionStatus.Reading.READ,
                  Samples.NIGHT.plusSeconds(90),
                  outcome))
          .expectNotApplicable();
    }

    @Test
    void saysNothingUnseen() {
      rule.expectNotApplicable();
      rule.givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED)
          .expectNotApplicable();
      extensionSays(line("ext-presnapshot-200", 60)).checkContract();
    }
  }

  @Nested
  class StorageAnswered {

    private final DiagnosticTester rule = Seen.by(new StorageAnsweredInJob());

    private DiagnosticTester says(LogEvent... lines) {
      return rule.given(GuestFacts.EXTENSION_LOG, Samples.log(Samples.NIGHT, lines));
    }

    @Test
    void rulesOutByABlobThatWasWritten() {
      says(line("ext-no-network", 60), line("ext-blob-written", 61))
          .expectRuledOut(When.AT_FAILURE)
          .withEvidence("log", 7);
    }

    @Test
    void doesNotJudgeARunThatFailedToCallStorage() {
      says(line("ext-guest-http-failed", 50), line("ext-blob-written", 61)).expectNotApplicable();
      says(line("ext-blob-written", 61), line("ext-blob-failed", 62)).expectNotApplicable();
      says(line("ext-blob-written", -90000)).expectNotApplicable();
    }

    @Test
    void saysNothingUnseen() {
      rule.expectNotApplicable();
      says(line("ext-blob-written", 61)).checkContract();
    }
  }

  @Nested
  class AProxyRefused {

    private final DiagnosticTester rule = Seen.by(new ProxyRefusedCalls());

    private DiagnosticTester says(LogEvent... lines) {
      return rule.given(GuestFacts.EXTENSION_LOG, Samples.log(Samples.NIGHT, lines));
    }

    @Test
    void confirmsWhereTheFailureWasReportedAsMissingNetwork() {
      Seen.withCode(says(line("ext-proxy-tunnel", 60)), CODE)
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
          .withEvidence("log", 7);
      says(line("ext-proxy-tunnel", 60), line("ext-no-network", 61))
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
      Seen.withCode(
              rule.given(
                  GuestFacts.logEvents("waagentwindows"),
                  Samples.log(Samples.NIGHT, line("wg-407", 60))),
              CODE)
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    }

    @Test
    void onlyHintsAtTheProxyOfAnotherFailure() {
      Verdict verdict =
          Seen.withCode(says(line("ext-proxy-tunnel", 60)), "UserErrorFsFreezeFailed").diagnose();

      assertThat(((Verdict.Inconclusive) verdict).hints()).hasSize(1);
    }

    @Test
    void takesARefusalOfAnotherDayForHistory() {
      assertThat(
              evidence(
                  Seen.withCode(says(line("ext-proxy-tunnel", -90000)), CODE).expectInconclusive()))
          .isEmpty();
    }

    @Test
    void saysNothingUnseen() {
      Seen.withCode(rule, CODE).expectInconclusive();
      Seen.withCode(says(line("ext-proxy-tunnel", 60)), CODE).checkContract();
      rule.given(BackupFacts.MATCHES, List.of()).expectInconclusive();
    }
  }
}
