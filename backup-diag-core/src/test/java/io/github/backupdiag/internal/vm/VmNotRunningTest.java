package io.github.backupdiag.internal.vm;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmNotRunningTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new VmNotRunning()).wordedBy();

  @Test
  void confirmsADeallocatedVmWithTheCodeForIt() {
    rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("deallocated", "succeeded"))
        .given(BackupFacts.MATCHES, List.of(Samples.code("VMNotInRunningStateUserError")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsWithoutSuchACodeSinceAStoppedVmCanBeBackedUp() {
    assertThat(
            evidence(
                rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("stopped", "succeeded"))
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("ExtensionSnapshotFailedNoNetwork")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhereItRuns() {
    rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("running", "succeeded"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeAStateBetweenOrNone() {
    rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("starting", "succeeded"))
        .expectInconclusive();
    rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("", "succeeded")).expectInconclusive();
    rule.givenAbsent(AzureVmFacts.INSTANCE_VIEW).expectInconclusive();
    rule.expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
