package io.github.backupdiag.internal.vm;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that is ready, and an extension behind it that is not well. */
class HandlerReadyTest {

  private static final Instant FAILED = Samples.NIGHT;
  private static final Instant LATER = FAILED.plus(Duration.ofHours(1));

  private static DiagnosticTester by(Diagnostic rule, ExtensionView extension, Instant agentAt) {
    ViewStatus ready = Views.status("ProvisioningState/succeeded", "Info", "Ready", "", agentAt);
    HandlerView handler = new HandlerView(extension.type(), "1.0", ready);
    InstanceView view =
        Views.view(
            "running",
            "succeeded",
            new AgentView("2.7", List.of(ready), List.of(handler)),
            List.of(extension));
    return DiagnosticTester.of(rule)
        .wordedBy()
        .given(AzureVmFacts.INSTANCE_VIEW, view)
        .given(BackupFacts.MATCHES, List.of());
  }

  private static DiagnosticTester withCode(DiagnosticTester tester, String code) {
    return tester.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }

  private static ExtensionView resource(String name, String state) {
    return new ExtensionView(name, "Publisher." + name, "1.0", state, List.of(), List.of());
  }

  private static List<String> texts(List<Evidence> evidence) {
    return evidence.stream().map(one -> one.text().id()).toList();
  }

  @Nested
  class AndTheWorkFailed {

    @Test
    void bothAreEvidence() {
      DiagnosticTester rule =
          by(new FailedExtension(), Views.extension("Monitor", "failed/53"), null);

      assertThat(
              texts(
                  evidence(
                      withCode(rule, "UserErrorVmProvisioningStateFailed")
                          .expectConfirmed(When.NOW, Confidence.LIKELY))))
          .containsExactly(
              "evidence.failed-extension.failed",
              "evidence.failed-extension.ready-handler",
              "evidence.code-agrees");
      assertThat(evidence(rule.expectInconclusive())).hasSize(2);
    }

    @Test
    void aFailedPartBehindSuccessIsAHint() {
      ViewStatus well = Views.status("ProvisioningState/succeeded", "Info", "", "", null);
      ViewStatus part = Views.status("ComponentStatus/x/failed", "Error", "", "why", null);
      ExtensionView extension =
          new ExtensionView("Monitor", "P.Monitor", "1", null, List.of(well), List.of(part));

      assertThat(
              texts(
                  evidence(
                      withCode(
                              by(new FailedExtension(), extension, null),
                              "UserErrorVmProvisioningStateFailed")
                          .expectInconclusive())))
          .containsExactly("evidence.failed-extension.part");
    }
  }

  @Nested
  class AndTheResourceIsBetweenTwoStates {

    private static final String CODE = "ExtensionStuckInDeletionState";

    private DiagnosticTester in(String state) {
      return by(new BackupExtensionStuck(), resource("VMSnapshot", state), null);
    }

    @Test
    void isStuckIfTheCodeSaysSo() {
      assertThat(
              evidence(withCode(in("Deleting"), CODE).expectConfirmed(When.NOW, Confidence.LIKELY)))
          .hasSize(3);
      withCode(
              by(new BackupExtensionStuck(), Views.extension("VMSnapshotLinux", "deleting"), null),
              CODE)
          .expectConfirmed(When.NOW, Confidence.LIKELY);
    }

    @Test
    void isOnlyAHintWithoutTheCodeOrWhileTheBackupMayWork() {
      assertThat(evidence(in("Deleting").expectInconclusive())).hasSize(2);
      assertThat(evidence(withCode(in("Updating"), CODE).expectInconclusive())).hasSize(2);
    }

    @Test
    void isRuledOutWhereItSucceeded() {
      withCode(in("Succeeded"), CODE).expectRuledOut(When.NOW);
    }

    @Test
    void isNotJudgedOfAnotherExtensionOrAFailedOne() {
      assertThat(
              evidence(
                  withCode(
                          by(new BackupExtensionStuck(), resource("Monitor", "Deleting"), null),
                          CODE)
                      .expectInconclusive()))
          .isEmpty();
      assertThat(evidence(withCode(in("Failed"), CODE).expectInconclusive())).isEmpty();
    }

    @Test
    void saysNothingUnseen() {
      DiagnosticTester.of(new BackupExtensionStuck()).wordedBy().expectInconclusive();
      withCode(in("Deleting"), CODE).checkContract();
    }
  }

  @Nested
  class AndTheRunStillWorks {

    private static final String CODE = "GuestAgentSnapshotTaskStatusError";

    private DiagnosticTester of(String name, String state, Instant agentAt) {
      return by(new RunStillTransitioning(), Views.extension(name, state), agentAt)
          .given(BackupFacts.FAILED_AT, FAILED);
    }

    @Test
    void diedIfTheAgentReportedAfterTheFailure() {
      assertThat(
              evidence(
                  withCode(of("VMSnapshotLinux", "transitioning", LATER), CODE)
                      .expectConfirmed(When.NOW, Confidence.LIKELY)))
          .hasSize(4);
    }

    @Test
    void isOnlyAHintWithoutACode() {
      assertThat(evidence(of("VMSnapshotLinux", "transitioning", LATER).expectInconclusive()))
          .hasSize(3);
    }

    @Test
    void mayBeTheStateBeforeTheFailure() {
      withCode(of("VMSnapshotLinux", "transitioning", FAILED), CODE).expectInconclusive();
      withCode(of("VMSnapshotLinux", "transitioning", null), CODE).expectInconclusive();
      withCode(of("VMSnapshotLinux", "transitioning", LATER), CODE)
          .givenAbsent(BackupFacts.FAILED_AT)
          .expectInconclusive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VMSnapshot", "Monitor"})
    void isToldOfTheLinuxExtensionOnly(String name) {
      withCode(of(name, "transitioning", LATER), CODE).expectInconclusive();
    }

    @Test
    void isOverWhereItEnded() {
      withCode(of("VMSnapshotLinux", "succeeded", LATER), CODE).expectInconclusive();
    }

    @Test
    void doesNotJudgeAViewThatMayNotBeRead() {
      DiagnosticTester.of(new RunStillTransitioning())
          .wordedBy()
          .givenUnavailable(AzureVmFacts.INSTANCE_VIEW, UnavailableReason.NOT_PERMITTED)
          .expectInconclusive();
    }

    @Test
    void saysNothingUnseen() {
      DiagnosticTester.of(new RunStillTransitioning()).wordedBy().expectInconclusive();
      withCode(of("VMSnapshotLinux", "transitioning", LATER), CODE).checkContract();
    }
  }
}
