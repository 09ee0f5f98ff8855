package io.github.backupdiag.internal.vm;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedExtensionTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new FailedExtension()).wordedBy();
  private final DiagnosticTester withCode =
      rule.given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmProvisioningStateFailed")));

  @Test
  void namesTheOtherExtensionThatFailedAndNotThatOfTheBackup() {
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.extensions(
                Views.extension("VMSnapshotLinux", "failed/1"),
                Views.extension("Monitor", "failed/53")))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("extension", "Monitor");
  }

  @Test
  void seesAHandlerThatIsNotReady() {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.handler("Contoso.Monitor", "failed"))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("extension", "Contoso.Monitor");
  }

  @Test
  void onlySuspectsAnotherExtensionWithoutTheCodeForIt() {
    assertThat(
            evidence(
                rule.given(
                        AzureVmFacts.INSTANCE_VIEW,
                        Views.extensions(Views.extension("Monitor", "failed")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void takesTheFailedBackupExtensionForATraceOfTheFailure() {
    assertThat(
            evidence(
                withCode
                    .given(
                        AzureVmFacts.INSTANCE_VIEW,
                        Views.extensions(Views.extension("VMSnapshot", "failed")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhereAllSucceeded() {
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.extensions(
                Views.extension("VMSnapshot", "succeeded"),
                Views.extension("Monitor", "succeeded")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeUnfinishedWorkOrAViewWithoutExtensions() {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.extensions(Views.extension("Monitor", "updating")))
        .expectInconclusive();
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.extensions(
                new ExtensionView("VMSnapshot", "", "", "Deleting", List.of(), List.of())))
        .expectInconclusive();
    withCode.given(AzureVmFacts.INSTANCE_VIEW, Views.extensions()).expectInconclusive();
    withCode.givenAbsent(AzureVmFacts.INSTANCE_VIEW).expectInconclusive();
    withCode.expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
