package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.HostAnswers;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostErrorInMessageTest {

  private static final String CODE = "ExtensionSnapshotFailedNoNetwork";
  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  private static DiagnosticTester told(Long check, Long answer, String code) {
    return DiagnosticTester.of(new HostErrorInMessage())
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW)
        .given(ExtensionFacts.HOST_ANSWERS, new HostAnswers(check, answer, 2, "hostStatusCode"))
        .given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }

  @ParameterizedTest
  @ValueSource(longs = {556, 557})
  void confirmsAnErrorOfTheHostBesideAReportOfMissingNetwork(long error) {
    told(200L, error, CODE).expectConfirmed(When.NOW, Confidence.LIKELY).withEvidence("input", 2);
    told(error, null, CODE).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlyHintsAtACallThatBrokeOffOrBesideAnotherFailure() {
    assertThat(evidence(told(200L, 558L, CODE).expectInconclusive())).hasSize(1);
    assertThat(evidence(told(200L, 556L, "UserErrorFsFreezeFailed").expectInconclusive()))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {200, 201, 500, 555})
  void takesNoOtherAnswerForIt(long answer) {
    assertThat(evidence(told(556L, answer, CODE).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    told(555L, 556L, "ExtensionSnapshotFailedNoNetwork")
        .givenUnavailable(ExtensionFacts.HOST_ANSWERS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void saysNothingUnseen() {
    DiagnosticTester.of(new HostErrorInMessage()).wordedBy().expectInconclusive();
    told(200L, 556L, CODE).checkContract();
  }

  @ParameterizedTest
  @CsvSource({
    "'a, hostStatusCodePreSnapshot=200, hostStatusCodeDoSnapshot=556, ', 200, 556",
    "hostStatusCodeDoSnapshot: 557, , 557",
    "hostStatusCodePreSnapshot=555, 555,",
  })
  void readsTheNumbersOutOfAMessage(String text, Long check, Long answer) {
    HostAnswers read = INTAKE.read(text).facts().value(ExtensionFacts.HOST_ANSWERS);

    assertThat(read).extracting(HostAnswers::check).isEqualTo(check);
    assertThat(read).extracting(HostAnswers::answer).isEqualTo(answer);
  }

  @Test
  void takesTheLastMessageAndNoOtherNumbers() {
    String two = "hostStatusCodeDoSnapshot=556\nhostStatusCodeDoSnapshot=200";
    assertThat(INTAKE.read(two).facts().value(ExtensionFacts.HOST_ANSWERS))
        .extracting(HostAnswers::answer)
        .isEqualTo(200L);
    assertThat(
            INTAKE
                .read("hostStatusCodeDoSnapshot=5567 hostStatusCode=556")
                .facts()
                .value(ExtensionFacts.HOST_ANSWERS))
        .isNull();
  }
}
