package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.SQL;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static io.github.backupdiag.internal.vss.VssSamples.pasted;
import static io.github.backupdiag.internal.vss.VssSamples.whole;
import static io.github.backupdiag.internal.vss.VssSamples.writer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.GoodBackup;
import io.github.backupdiag.fact.backup.GoodBackup.Consistency;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A writer that shows a failure, and a backup that ended well since. */
class LaterGoodBackupTest {

  private static final Instant FAILED = Samples.NIGHT.plus(Duration.ofMinutes(20));
  private static final Instant LATER = FAILED.plus(Duration.ofHours(24));
  private static final VssWriter WRITER = writer("SqlServerWriter", SQL, 10, "0x800423f2");

  private final DiagnosticTester rule = given(new VssWriterFailed(), WRITER);

  private static DiagnosticTester given(Diagnostic diagnostic, VssWriter writer) {
    return DiagnosticTester.of(diagnostic)
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW)
        .given(BackupFacts.FAILED_AT, FAILED)
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .given(WindowsFacts.VSS_WRITERS, pasted(writer));
  }

  private static List<GoodBackup> backups(GoodBackup... backups) {
    return List.of(backups);
  }

  private static GoodBackup good(Instant at, Consistency consistency) {
    return new GoodBackup(at, consistency, "vm-1", "input", 4, "Completed");
  }

  @Test
  void leavesNoMoreThanAHintAfterABackupOfUnknownKind() {
    assertThat(
            evidence(
                rule.given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.UNKNOWN)))
                    .expectInconclusive()))
        .hasSize(2);
  }

  @Test
  void isNoLongerThatOfTheFailureAfterAPointThatTheWritersTookPartIn() {
    DiagnosticTester later =
        rule.given(
            BackupFacts.GOOD_BACKUPS,
            backups(
                good(LATER, Consistency.APPLICATION),
                good(LATER.plusSeconds(60), Consistency.UNKNOWN)));

    later.given(BackupFacts.MATCHES, List.of()).expectRuledOut(When.NOW).withEvidence("input", 4);
    assertThat(evidence(later.expectInconclusive()))
        .extracting(Evidence::fact)
        .containsExactly(BackupFacts.MATCHES.id());
  }

  @ParameterizedTest
  @EnumSource(
      value = Consistency.class,
      names = {"FILE_SYSTEM", "CRASH"})
  void staysAfterPointsThatFollowAFailedWriterByDesign(Consistency consistency) {
    rule.given(
            BackupFacts.GOOD_BACKUPS,
            backups(good(LATER, consistency), good(LATER.plusSeconds(60), Consistency.UNKNOWN)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void staysAfterAGoodBackupBeforeTheFailureOrAfterTheList() {
    rule.given(
            BackupFacts.GOOD_BACKUPS,
            backups(good(FAILED.minusSeconds(86400), Consistency.APPLICATION)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsFacts.VSS_WRITERS, whole(WRITER), "vssadmin", FAILED.plusSeconds(60))
        .given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.APPLICATION)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void staysWhereTheTimeOfTheFailureIsNotKnown() {
    rule.given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.APPLICATION)))
        .givenAbsent(BackupFacts.FAILED_AT)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotTakeAnEventOfTheJobAway() {
    rule.given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.APPLICATION)))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8229, FAILED, "{" + SQL + "}")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void hearsTheLogOfTheExtension() {
    LogEvent done = new LogEvent("vs-dosnapshot-good", "input", 9, LATER, "DoSnapshot=complete.");
    rule.given(GuestFacts.logEvents("vmsnapshot-windows"), Samples.log(LATER, done))
        .expectInconclusive();
  }

  @Test
  void weakensTheLackOfResourcesAsWell() {
    DiagnosticTester resources =
        given(new VssWriterOutOfResources(), writer("x", SQL, 9, "0x800423f1"));

    resources.expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(
            evidence(
                resources
                    .given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.UNKNOWN)))
                    .expectInconclusive()))
        .hasSize(2);
    assertThat(
            evidence(
                resources
                    .given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.APPLICATION)))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.given(BackupFacts.GOOD_BACKUPS, backups(good(LATER, Consistency.UNKNOWN))).checkContract();
  }
}
