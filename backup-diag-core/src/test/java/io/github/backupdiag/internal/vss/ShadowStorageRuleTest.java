package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.ShadowCopies;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.ShadowStorages;
import io.github.backupdiag.fact.guest.SqlWriterError;
import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules on the storage of shadow copies and on the log of SQL Writer. */
class ShadowStorageRuleTest {

  private static final long GB = 1L << 30;

  private static DiagnosticTester storage() {
    return DiagnosticTester.of(new ShadowCopyStorageFull())
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static DiagnosticTester sql() {
    return DiagnosticTester.of(new SqlWriterBlockedByDatabase())
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static ShadowStorages used(long used, Long maximum) {
    return new ShadowStorages(
        "vssadmin",
        List.of(new ShadowStorage("C:", "C:", used, used, maximum, null, 2)),
        List.of(),
        true);
  }

  @Test
  void aVolumeWithoutRoomStoresNoFurtherCopy() {
    DiagnosticTester room = storage().given(WindowsVssFacts.SHADOW_STORAGE, used(GB, 10 * GB));
    List<RoomLeft> little = List.of(new RoomLeft("C:/", 99 * GB, 100 << 20, null));

    room.given(GuestFacts.ROOM, little)
        .given(WindowsFacts.EVENTS, events(event("volsnap", 24, INSIDE)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("C:/", 0);
    room.given(GuestFacts.ROOM, little).expectInconclusive();
    room.given(GuestFacts.ROOM, List.of(new RoomLeft("E:/", 99 * GB, 0, null)))
        .given(WindowsFacts.EVENTS, events(event("volsnap", 24, INSIDE)))
        .expectInconclusive();
    room.given(GuestFacts.ROOM, List.of(new RoomLeft("C:/", 99 * GB, 9 * GB, null)))
        .given(WindowsFacts.EVENTS, events(event("volsnap", 24, INSIDE)))
        .expectInconclusive();
  }

  @Test
  void aFullStorageNeedsAnEventThatRoomWasMissing() {
    DiagnosticTester full = storage().given(WindowsVssFacts.SHADOW_STORAGE, used(10 * GB, 10 * GB));

    full.given(WindowsFacts.EVENTS, events(event("volsnap", 36, INSIDE)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    full.given(WindowsFacts.EVENTS, events(event("volsnap", 36, null)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    full.given(WindowsFacts.EVENTS, events(event("volsnap", 36, null))).expectInconclusive();
    full.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectInconclusive();
  }

  @Test
  void housekeepingAndHistoryDoNotCount() {
    DiagnosticTester full = storage().given(WindowsVssFacts.SHADOW_STORAGE, used(10 * GB, 10 * GB));

    full.given(WindowsFacts.EVENTS, events(event("volsnap", 33, INSIDE))).expectInconclusive();
    full.given(WindowsFacts.EVENTS, events(event("volsnap", 36, BEFORE))).expectInconclusive();
    full.givenUnavailable(WindowsFacts.EVENTS, UnavailableReason.TIMED_OUT).expectInconclusive();
  }

  @Test
  void roomIsJudgedOnlyInAListOfTheTimeOfTheJob() {
    storage()
        .given(WindowsVssFacts.SHADOW_STORAGE, used(GB, 10 * GB), "vssadmin", INSIDE)
        .expectRuledOut(When.NOW);
    storage()
        .given(WindowsVssFacts.SHADOW_STORAGE, used(9 * GB, null), "vssadmin", INSIDE)
        .expectRuledOut(When.NOW);
    storage().given(WindowsVssFacts.SHADOW_STORAGE, used(GB, 10 * GB)).expectInconclusive();
    storage()
        .given(WindowsVssFacts.SHADOW_STORAGE, used(10 * GB, 10 * GB), "vssadmin", BEFORE)
        .given(WindowsFacts.EVENTS, events(event("volsnap", 36, INSIDE)))
        .expectInconclusive();
    storage()
        .givenUnavailable(WindowsVssFacts.SHADOW_STORAGE, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void soDoAsManyCopiesAsAVolumeCanHave() {
    ShadowStorages many =
        new ShadowStorages("vssadmin", List.of(), List.of(new ShadowCopies("C:", 512)), true);
    storage()
        .given(WindowsVssFacts.SHADOW_STORAGE, many)
        .given(WindowsFacts.EVENTS, events(event("VSS", 4001, INSIDE)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  private static SqlWriterLog log(Instant newest, SqlWriterError... errors) {
    return new SqlWriterLog(List.of(errors), newest, true);
  }

  private static SqlWriterError error(String number, Instant time) {
    return new SqlWriterError("03/14/2026 02:20:00", time, number, "OnFreeze", "/l", 4, "hr");
  }

  @Test
  void anErrorOfSqlWriterNeedsTheTimeOfTheJobAndACode() {
    DiagnosticTester failed =
        sql().given(WindowsVssFacts.SQL_WRITER_LOG, log(INSIDE, error("0x80040e14", INSIDE)));

    failed
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    failed.expectInconclusive();
    failed
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")))
        .expectInconclusive();
  }

  @Test
  void errorsOfAnotherTimeOrKindOrWithoutAZoneDoNot() {
    DiagnosticTester rule =
        sql()
            .given(
                BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")));

    rule.given(WindowsVssFacts.SQL_WRITER_LOG, log(INSIDE, error(SqlWriterError.TORN, INSIDE)))
        .expectInconclusive();
    rule.given(WindowsVssFacts.SQL_WRITER_LOG, log(BEFORE, error("0x80040e14", BEFORE)))
        .expectInconclusive();
    rule.given(WindowsVssFacts.SQL_WRITER_LOG, log(null, error("0x80040e14", null)))
        .expectInconclusive();
    rule.givenAbsent(WindowsVssFacts.SQL_WRITER_LOG).expectInconclusive();
  }

  @Test
  void aWriterThatWorkedInTheJobWithoutAnErrorWasNotBlocked() {
    sql()
        .given(WindowsVssFacts.SQL_WRITER_LOG, log(INSIDE, error("0x80040e14", BEFORE)))
        .expectRuledOut(When.AT_FAILURE);
    sql().given(WindowsVssFacts.SQL_WRITER_LOG, log(BEFORE)).expectInconclusive();
    sql()
        .given(WindowsVssFacts.SQL_WRITER_LOG, log(INSIDE))
        .given(WindowsFacts.EVENTS, events(event("SQLWRITER", 24583, INSIDE)))
        .expectInconclusive();
  }
}
