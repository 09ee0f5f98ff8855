package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.FreezeLock;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezeLockHeldTest {

  private static final FreezeLock.Holder OTHER =
      new FreezeLock.Holder(7, "/usr/local/ASR/Vx/bin/s2 -x");
  private static final FreezeLock.Holder OWN =
      new FreezeLock.Holder(
          8, "python3 /var/lib/waagent/x.VMSnapshotLinux-1.0.9235.0/main/handle.py -daemon");

  private final DiagnosticTester rule = Night.rule(new FreezeLockHeld());

  @Test
  void confirmsAnotherHolderWithACodeOrALine() {
    code(held(OTHER), 121)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("file", "/etc/azure/lock");
    log(held(OWN, OTHER), line("ext-freeze-lock-failed", "Failed to aquire lock: [Errno 11]"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takesAnotherHolderAloneForAHint() {
    assertThat(evidence(held(OTHER).expectInconclusive())).hasSize(1);
  }

  @Test
  void takesTheFileOrABackupUnderWayForNothing() {
    assertThat(evidence(code(held(), 121).expectInconclusive())).isEmpty();
    assertThat(evidence(code(held(OWN), 121).expectInconclusive())).isEmpty();
    assertThat(
            evidence(code(rule, 121).givenAbsent(SnapshotFacts.FREEZE_LOCK).expectInconclusive()))
        .isEmpty();
  }

  @Test
  void doesNotJudgeACopy() {
    code(rule, 121)
        .givenUnavailable(SnapshotFacts.FREEZE_LOCK, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  private DiagnosticTester held(FreezeLock.Holder... holders) {
    return rule.given(
        SnapshotFacts.FREEZE_LOCK, new FreezeLock("/etc/azure/lock", List.of(holders)));
  }
}
