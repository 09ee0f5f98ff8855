package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class MountNotOpenedTest {

  private static final LogEvent NAMED =
      line(
          "ext-bin-open-failed",
          "02:15:08 Failed to open: /restore/vol1 with error: -1 and error message: No such file");

  private final DiagnosticTester rule = Night.rule(new MountNotOpened());

  @Test
  void confirmsANamedMountWithTheCodeOrALineOfTheJob() {
    code(log(rule, NAMED), 123)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("mount", "/restore/vol1");
    log(rule, NAMED, line("ext-freeze-open-failed", "file open failed for some mount"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesANamedMountAloneForAHint() {
    assertThat(evidence(log(rule, NAMED).expectInconclusive())).hasSize(1);
  }

  @Test
  void takesTheCodeAloneForNothing() {
    assertThat(evidence(code(log(rule), 123).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    rule.givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.FAILED).expectInconclusive();
  }
}
