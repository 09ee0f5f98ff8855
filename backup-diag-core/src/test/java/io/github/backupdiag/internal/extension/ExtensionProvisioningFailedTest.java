package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionProvisioningFailedTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ExtensionProvisioningFailed())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static Handlers handlers(String name, String status, String result) {
    return new Handlers(
        List.of(),
        List.of(new HandlerReport(name, "1.0", "/status", status, 0L, "", result, null, null)),
        true);
  }

  @Test
  void confirmsAFailedExtensionWithTheCodeForIt() {
    rule.given(ExtensionFacts.HANDLERS, handlers("Other", "Ready", "error"))
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmProvisioningStateFailed")))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("extension", "Other");
  }

  @Test
  void confirmsTheBackupExtensionWithALineOfThatNight() {
    rule.given(ExtensionFacts.HANDLERS, handlers(BackupExtension.HANDLER, "NotReady", ""))
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-nonzero-1", "exit code: 1, " + BackupExtension.HANDLER))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsAnotherExtensionWithoutThatCode() {
    assertThat(
            evidence(
                rule.given(ExtensionFacts.HANDLERS, handlers("Other", "NotReady", ""))
                    .given(
                        GuestFacts.AGENT_LOG,
                        Extension.agentLog("wa-nonzero-1", "exit code: 1, Other"))
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhereAllAreWell() {
    rule.given(ExtensionFacts.HANDLERS, handlers("Other", "Ready", "success"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotBelieveAWordOfSuccessOfTheBackupExtension() {
    rule.given(ExtensionFacts.HANDLERS, handlers(BackupExtension.HANDLER, "Ready", "success"))
        .given(ExtensionFacts.STATUS, Extension.status(2))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeUnfinishedWorkOrAMissingReport() {
    rule.given(ExtensionFacts.HANDLERS, handlers("Other", "Ready", "transitioning"))
        .expectInconclusive();
    rule.given(ExtensionFacts.HANDLERS, new Handlers(List.of(), List.of(), true))
        .expectInconclusive();
    rule.givenAbsent(ExtensionFacts.HANDLERS).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
