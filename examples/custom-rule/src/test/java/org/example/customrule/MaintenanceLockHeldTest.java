package org.example.customrule;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenanceLockHeldTest {

  private static final Instant SINCE = Instant.parse("2026-11-19T20:00:00Z");
  private static final MaintenanceLock LOCK = new MaintenanceLock("patch-4711", SINCE);

  private final DiagnosticTester rule =
      DiagnosticTester.of(new MaintenanceLockHeld()).wordedBy(new CorpCatalog());

  @Test
  void confirmsALockThatIsHeldNow() {
    rule.given(MaintenanceLock.KEY, LOCK)
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence(MaintenanceLockProbe.PATH, 0)
        .withEvidence("evidence.corp.maintenance-lock")
        .withArgument("owner", "patch-4711");
  }

  @Test
  void blamesTheFailureOnALockThatIsOlder() {
    rule.given(MaintenanceLock.KEY, LOCK)
        .given(BackupFacts.WINDOW, jobFrom(SINCE.plusSeconds(1)))
        .expectConfirmed(When.AT_FAILURE, Confidence.CERTAIN);
  }

  @Test
  void doesNotBlameTheFailureOnALaterLockOrOneOfUnknownAge() {
    rule.given(MaintenanceLock.KEY, LOCK)
        .given(BackupFacts.WINDOW, jobFrom(SINCE))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    rule.given(MaintenanceLock.KEY, new MaintenanceLock("", null))
        .given(BackupFacts.WINDOW, jobFrom(SINCE))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void rulesOutWhereNoLockIs() {
    rule.givenAbsent(MaintenanceLock.KEY)
        .expectRuledOut(When.NOW)
        .withEvidence("evidence.corp.no-maintenance-lock");
  }

  @Test
  void cannotTellWhereTheLockCannotBeSeen() {
    rule.givenUnavailable(MaintenanceLock.KEY, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive()
        .withMissing(MaintenanceLock.KEY);
  }

  @Test
  void keepsTheContract() {
    rule.given(MaintenanceLock.KEY, LOCK).checkContract();
  }

  private static JobWindow jobFrom(Instant start) {
    return new JobWindow(start, start.plusSeconds(7200), JobWindow.Basis.FAILED_AT);
  }
}
