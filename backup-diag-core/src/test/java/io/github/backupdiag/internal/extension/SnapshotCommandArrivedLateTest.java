package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotCommandArrivedLateTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new SnapshotCommandArrivedLate())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static final Instant AT = Samples.NIGHT.plusSeconds(60);

  private static ExtensionStatus commanded(long code, Duration before) {
    return Extension.status(AT, new Outcome(code, "error", "", AT.minus(before), 0, 0, null, null));
  }

  @Test
  void confirmsARefusalOfAnOldCommand() {
    rule.given(ExtensionFacts.STATUS, commanded(402, Duration.ofMinutes(141)))
        .expectConfirmed(When.AT_FAILURE, Confidence.CERTAIN)
        .withArgument("minutes", "141");
  }

  @Test
  void takesTheBeginningOfTheRunFromItsLog() {
    rule.given(ExtensionFacts.STATUS, commanded(2, Duration.ofMinutes(200)))
        .given(ExtensionFacts.RUN, Extension.run(End.REPORTED))
        .expectConfirmed(When.AT_FAILURE, Confidence.CERTAIN)
        .withArgument("minutes", "199");
  }

  @Test
  void rulesOutAYoungCommand() {
    rule.given(ExtensionFacts.STATUS, commanded(402, Duration.ofMinutes(140)))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void rulesOutARunThatSucceeded() {
    rule.given(ExtensionFacts.STATUS, commanded(1, Duration.ofMinutes(500)))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutTimes() {
    rule.given(ExtensionFacts.STATUS, commanded(2, Duration.ofMinutes(500))).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, Extension.status(402)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, Extension.missing()).expectInconclusive();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    rule.givenUnavailable(ExtensionFacts.STATUS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.givenAbsent(ExtensionFacts.STATUS).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
