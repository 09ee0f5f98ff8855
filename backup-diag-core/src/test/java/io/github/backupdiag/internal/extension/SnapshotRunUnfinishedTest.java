package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotRunUnfinishedTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new SnapshotRunUnfinished())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW)
          .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofHours(3)));

  @Test
  void confirmsAStaleFourWhoseLogBreaksOff() {
    rule.given(ExtensionFacts.STATUS, Extension.status(4))
        .given(ExtensionFacts.RUN, Extension.run(End.BROKEN_OFF))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("file", Extension.STATUS_FILE);
  }

  @Test
  void confirmsAStaleFourWithACodeThatAgrees() {
    rule.given(ExtensionFacts.STATUS, Extension.status(4))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsAStaleFourAlone() {
    assertThat(
            evidence(rule.given(ExtensionFacts.STATUS, Extension.status(4)).expectInconclusive()))
        .hasSize(1);
    rule.given(ExtensionFacts.STATUS, Extension.status(4))
        .given(ExtensionFacts.RUN, Extension.run(End.REPORTED))
        .given(
            BackupFacts.MATCHES, List.of(Samples.code("UserErrorKeyvaultPermissionsNotConfigured")))
        .expectInconclusive();
  }

  @Test
  void doesNotBlameARunThatStillWorks() {
    DiagnosticTester working =
        rule.given(ExtensionFacts.STATUS, Extension.status(4))
            .given(ExtensionFacts.RUN, Extension.run(End.BROKEN_OFF));

    assertThat(
            evidence(
                working
                    .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofMinutes(119)))
                    .expectInconclusive()))
        .isEmpty();
    working
        .given(BackupFacts.FAILED_AT, Samples.NIGHT.plusSeconds(90))
        .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofMinutes(29)))
        .expectInconclusive();
    working
        .given(BackupFacts.FAILED_AT, Samples.NIGHT.plusSeconds(90))
        .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofMinutes(32)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesAnotherTimeForHistory() {
    rule.given(ExtensionFacts.STATUS, Extension.status(4, Samples.NIGHT.minus(Duration.ofDays(2))))
        .given(BackupFacts.MATCHES, List.of(Samples.code("VMSnapshotLinux.4")))
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 121, 316})
  void rulesOutARunThatReported(long code) {
    rule.given(ExtensionFacts.STATUS, Extension.status(code)).expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutStatusOrTime() {
    rule.given(ExtensionFacts.STATUS, Extension.missing()).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, Extension.status(4, null)).expectInconclusive();
    rule.givenUnavailable(ExtensionFacts.STATUS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
