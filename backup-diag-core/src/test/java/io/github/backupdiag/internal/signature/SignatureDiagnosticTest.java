package io.github.backupdiag.internal.signature;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that rest on log lines, with two signatures of the start script's log. */
class SignatureDiagnosticTest {

  private static final String PROVING = "shell-python-unknown";
  private static final String HINTING = "shell-returned-1";
  private static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));
  private static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(3));

  private static DiagnosticTester rule(String cause) {
    Diagnostic rule =
        SignatureDiagnostic.forAll(LoadedCatalog.with(List.of()).signatures()).stream()
            .filter(one -> one.descriptor().id().equals("core.signature/" + cause))
            .findFirst()
            .orElseThrow();
    return DiagnosticTester.of(rule).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static LogEvents line(String signature, Instant at) {
    return Samples.log(at, Samples.agentLine(signature, at, "what the line says"));
  }

  @Test
  void confirmsAsLikelyByALineThatProvesInsideTheWindow() {
    DiagnosticTester seen =
        rule("python-not-found")
            .given(GuestFacts.logEvents("vmsnapshot-shell"), line(PROVING, INSIDE));

    assertThat(evidence(seen.expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)))
        .singleElement()
        .satisfies(shown -> assertThat(shown.excerpt()).isEqualTo("what the line says"));
  }

  @Test
  void onlyHintsByALineThatDoesNotProve() {
    DiagnosticTester seen =
        rule("python-too-new-for-extension")
            .given(GuestFacts.logEvents("vmsnapshot-shell"), line(HINTING, INSIDE));

    assertThat(evidence(seen.expectInconclusive())).hasSize(1);
  }

  @Test
  void takesALineOutsideTheWindowForHistory() {
    DiagnosticTester seen =
        rule("python-not-found")
            .given(GuestFacts.logEvents("vmsnapshot-shell"), line(PROVING, BEFORE));

    assertThat(evidence(seen.expectInconclusive())).isEmpty();
  }

  @Test
  void takesNoLineOfAnotherCause() {
    DiagnosticTester seen =
        rule("python-too-new-for-extension")
            .given(GuestFacts.logEvents("vmsnapshot-shell"), line(PROVING, INSIDE));

    assertThat(evidence(seen.expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotBlameTheBackupForTheExitCodeOfAnotherExtension() {
    assertThat(evidence(exitOf("python-not-found", "Contoso.Monitor"))).isEmpty();
    assertThat(evidence(exitOf("extension-provisioning-failed", "Contoso.Monitor"))).hasSize(1);
    assertThat(evidence(exitOf("python-not-found", BackupExtension.HANDLER))).hasSize(1);
  }

  private static CheckedVerdict exitOf(String cause, String extension) {
    String signature = cause.startsWith("python") ? "wa-nonzero-3" : "wa-nonzero";
    String text = "ERROR Event: name=" + extension + ", op=Enable, message=Non-zero exit code: 3";
    return rule(cause)
        .given(
            GuestFacts.AGENT_LOG, Samples.log(INSIDE, Samples.agentLine(signature, INSIDE, text)))
        .expectInconclusive();
  }

  @Test
  void saysNothingWhereTheLogIsMissing() {
    rule("python-not-found")
        .givenUnavailable(GuestFacts.logEvents("vmsnapshot-shell"), UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule("python-not-found")
        .givenAbsent(GuestFacts.logEvents("vmsnapshot-shell"))
        .expectInconclusive();
  }
}
