package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupExtensionHungTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new BackupExtensionHung())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW)
          .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofHours(3)));

  @ParameterizedTest
  @EnumSource(
      value = End.class,
      names = {"FROZEN_LOG", "HELPER", "MOUNT_LIST"})
  void confirmsALogThatEndsWhereRunsHang(End end) {
    rule.given(ExtensionFacts.STATUS, Extension.status(4))
        .given(ExtensionFacts.RUN, Extension.run(end))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @ParameterizedTest
  @EnumSource(
      value = End.class,
      names = {"REPORTED", "BROKEN_OFF"})
  void doesNotConfirmAnotherEnd(End end) {
    rule.given(ExtensionFacts.STATUS, Extension.status(4))
        .given(ExtensionFacts.RUN, Extension.run(end))
        .expectInconclusive();
  }

  @Test
  void doesNotBlameARunThatStillWorksOrAnotherRun() {
    DiagnosticTester hanging = rule.given(ExtensionFacts.RUN, Extension.run(End.HELPER));
    hanging
        .given(ExtensionFacts.STATUS, Extension.status(4))
        .given(BackupFacts.REFERENCE_TIME, Samples.NIGHT.plus(Duration.ofMinutes(20)))
        .expectInconclusive();
    hanging
        .given(
            ExtensionFacts.STATUS, Extension.status(4, Samples.NIGHT.plus(Duration.ofMinutes(40))))
        .expectInconclusive();
  }

  @Test
  void rulesOutARunThatReported() {
    rule.given(ExtensionFacts.STATUS, Extension.status(1)).expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutStatus() {
    rule.givenAbsent(ExtensionFacts.STATUS).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
