package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the extension and of the host that the job reports as missing network. */
class ReportedAsNoNetworkTest {

  private static final String CODE = "ExtensionSnapshotFailedNoNetwork";

  private static DiagnosticTester by(Diagnostic rule, LogEvent... lines) {
    return DiagnosticTester.of(rule)
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW)
        .given(GuestFacts.EXTENSION_LOG, Samples.log(Samples.NIGHT, lines));
  }

  private static DiagnosticTester withCode(DiagnosticTester rule, String code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }

  private static LogEvent line(String signature, String text) {
    return new LogEvent(
        signature, "/var/log/extension.log", 3, Samples.NIGHT.plusSeconds(60), text);
  }

  @Nested
  class TheAgentsCodeDoesNotFit {

    private final LogEvent unusable =
        line("ext-http-config-old", "Failed to construct ConfigurationProvider, ... with error: x");

    private LogEvent call(String error) {
      return line("ext-dosnapshot-exception", "Failed to do the snapshot in host: " + error);
    }

    private DiagnosticTester says(LogEvent... lines) {
      return by(new ExtensionAgentApiMismatch(), lines);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Provider.__init__() missing 1 required positional argument: 'path'",
          "__init__() takes exactly 2 arguments (1 given)",
          "get() got an unexpected keyword argument 'proxy'",
          "module 'azurelinuxagent' has no attribute 'conf'"
        })
    void confirmsByACallThatBrokeOffInPython(String error) {
      withCode(says(unusable, call(error)), CODE)
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
          .withEvidence("/var/log/extension.log", 3);
    }

    @Test
    void believesTheLogThatTheFailureWasReportedAsMissingNetwork() {
      says(unusable, call("f() takes no arguments"), line("ext-no-network", "T:S Enable failed"))
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    }

    @Test
    void doesNotTakeAnErrorOfTheNetworkForOne() {
      withCode(says(unusable, call("[Errno 110] Connection timed out")), CODE).expectInconclusive();
      withCode(says(unusable, call("'NoneType' object has no attribute 'read'")), CODE)
          .expectInconclusive();
    }

    @Test
    void needsBothLinesAndTheReport() {
      assertThat(evidence(withCode(says(unusable), CODE).expectInconclusive())).isEmpty();
      withCode(says(call("f() takes no arguments")), CODE).expectInconclusive();
      assertThat(
              evidence(
                  says(unusable, call("f() takes no arguments"))
                      .given(BackupFacts.MATCHES, List.of())
                      .expectInconclusive()))
          .hasSize(2);
    }

    @Test
    void doesNotJudgeALogThatMayNotBeRead() {
      withCode(by(new ExtensionAgentApiMismatch()), CODE)
          .givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED)
          .expectInconclusive();
    }

    @Test
    void saysNothingUnseen() {
      DiagnosticTester.of(new ExtensionAgentApiMismatch()).wordedBy().expectInconclusive();
      withCode(says(unusable, call("f() takes no arguments")), CODE).checkContract();
    }
  }

  @Nested
  class TheHostHasAnErrorOfItsOwn {

    private DiagnosticTester says(String status) {
      return by(
          new HostPreCheckFailed(),
          line("ext-presnapshot-status", "]PreSnapshot: Status Code: " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "556", "557"})
    void confirmsByItsAnswer(String status) {
      withCode(says(status), CODE)
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
          .withEvidence("/var/log/extension.log", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201", "403", "502", "503", "504", "555", "558", "5000", "50", "", "x"})
    void takesNoOtherAnswerForIt(String status) {
      assertThat(evidence(withCode(says(status), CODE).expectInconclusive())).isEmpty();
    }

    @Test
    void onlyHintsWhereAnotherFailureWasReported() {
      assertThat(evidence(withCode(says("500"), "UserErrorFsFreezeFailed").expectInconclusive()))
          .hasSize(1);
    }

    @Test
    void doesNotJudgeALogThatMayNotBeRead() {
      withCode(by(new HostPreCheckFailed()), CODE)
          .givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED)
          .expectInconclusive();
    }

    @Test
    void saysNothingUnseen() {
      DiagnosticTester.of(new HostPreCheckFailed()).wordedBy().expectInconclusive();
      withCode(says("500"), CODE).checkContract();
    }
  }
}
