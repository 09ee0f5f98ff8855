package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyDisksStallGuestTest {

  private static final LogEvent SLOW =
      line("ext-guest-mp-slow", "mp queue creation took more than 10 secs.");

  private final DiagnosticTester rule = Night.rule(new ManyDisksStallGuest());

  @Test
  void confirmsManyDisksThatGotStuckInParallel() {
    log(disks(6), SLOW).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesManyDisksAloneForNothing() {
    assertThat(evidence(log(disks(30)).expectInconclusive())).isEmpty();
  }

  @Test
  void countsOneForTheTemporaryDisk() {
    log(disks(5), SLOW).expectInconclusive();
  }

  @Test
  void leavesOutTheTemporaryDiskWhereItIsKnown() {
    List<String> six = List.of("sda", "sdb", "sdc", "sdd", "sde", "sdf");
    log(rule.given(SnapshotFacts.DISKS, new GuestDisks(six, "sdb")), SLOW)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    log(rule.given(SnapshotFacts.DISKS, new GuestDisks(six.subList(0, 5), "sdb")), SLOW)
        .expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutFewDisksAndASequence() {
    log(disks(4), SLOW).expectRuledOut(When.NOW);
    log(disks(9), SLOW)
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("seqsnapshot", "2"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeACopy() {
    rule.givenUnavailable(SnapshotFacts.DISKS, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.givenAbsent(SnapshotFacts.DISKS).expectInconclusive();
  }

  private DiagnosticTester disks(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "sd" + (char) ('a' + i)).toList();
    return rule.given(SnapshotFacts.DISKS, new GuestDisks(names, null));
  }
}
