package io.github.backupdiag.internal.vm;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentNotReadyTest {

  private static final String SILENT = "VM Agent is unresponsive.";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new AgentNotReady())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW)
          .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofDays(1)));
  private final DiagnosticTester withCode =
      rule.given(
          BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")));

  @Test
  void confirmsAnAgentThatWentSilentWithTheCodeForIt() {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.agent("running", "Not Ready", SILENT, null))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({
    "VM status blob not found., evidence.agent-not-ready.never-reported",
    "VM status blob is found but not yet populated., evidence.agent-not-ready.not-yet-reported",
    "Something else., evidence.agent-not-ready.other"
  })
  void tellsWhyElseAnAgentIsNotReadyButDoesNotConfirm(String message, String text) {
    assertThat(
            evidence(
                withCode
                    .given(
                        AzureVmFacts.INSTANCE_VIEW,
                        Views.agent("running", "Not Ready", message, null))
                    .expectInconclusive()))
        .singleElement()
        .satisfies(hint -> assertThat(hint.text().id()).isEqualTo(text));
  }

  @Test
  void onlySuspectsASilentAgentWithoutACode() {
    assertThat(
            evidence(
                rule.given(
                        AzureVmFacts.INSTANCE_VIEW,
                        Views.agent("running", "Not Ready", SILENT, null))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutAnAgentThatReportedDuringTheJobOrJustNow() {
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.agent("running", "Ready", "", Samples.NIGHT.plus(Duration.ofMinutes(5))))
        .expectRuledOut(When.AT_FAILURE);
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.agent("running", "Ready", "", Samples.NIGHT.plus(Duration.ofDays(1))))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotTrustAnOldOrUndatedReady() {
    withCode
        .given(
            AzureVmFacts.INSTANCE_VIEW,
            Views.agent("running", "Ready", "", Samples.NIGHT.minus(Duration.ofDays(3))))
        .expectInconclusive();
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.agent("running", "Ready", "", null))
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deallocated", "stopped", "starting", ""})
  void doesNotJudgeTheAgentOfAVmThatDoesNotRun(String power) {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.agent(power, "Not Ready", SILENT, null))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeAViewWithoutTheAgent() {
    withCode
        .given(AzureVmFacts.INSTANCE_VIEW, Views.power("running", "succeeded"))
        .expectInconclusive();
    withCode.givenAbsent(AzureVmFacts.INSTANCE_VIEW).expectInconclusive();
    withCode.expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
