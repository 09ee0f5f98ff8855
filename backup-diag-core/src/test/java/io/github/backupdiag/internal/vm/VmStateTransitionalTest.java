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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmStateTransitionalTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new VmStateTransitional()).wordedBy();
  private final DiagnosticTester withCode =
      rule.given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmNotInDesirableState")));

  @ParameterizedTest
  @ValueSource(strings = {"starting", "stopping", "deallocating"})
  void confirmsAVmBetweenTwoPowerStatesWithTheCodeForIt(String power) {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.power(power, "updating"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsItWithoutThatCode() {
    assertThat(
            evidence(
                rule.given(AzureVmFacts.INSTANCE_VIEW, Views.power("starting", "succeeded"))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void takesUpdatingForAHintOnlySinceTheBackupItselfUpdates() {
    assertThat(
            evidence(
                withCode
                    .given(AzureVmFacts.INSTANCE_VIEW, Views.power("running", "updating"))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutASettledState() {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.power("running", "succeeded"))
        .expectRuledOut(When.NOW);
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.power("deallocated", "failed"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWithoutBothStates() {
    withCode.given(AzureVmFacts.INSTANCE_VIEW, Views.power("running", "")).expectInconclusive();
    withCode.given(AzureVmFacts.INSTANCE_VIEW, Views.power("", "updating")).expectInconclusive();
    withCode.givenAbsent(AzureVmFacts.INSTANCE_VIEW).expectInconclusive();
    withCode.expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
