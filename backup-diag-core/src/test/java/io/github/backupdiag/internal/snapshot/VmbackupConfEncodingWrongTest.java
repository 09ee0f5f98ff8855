package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmbackupConfEncodingWrongTest {

  private final DiagnosticTester rule = Night.rule(new VmbackupConfEncodingWrong());

  @Test
  void confirmsAnOddFileThatTheExtensionCouldNotRead() {
    CheckedVerdict verdict =
        log(oddFrom(3), line("ext-configfile-unreadable", "cannot read config file"))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).line()).isEqualTo(3);
  }

  @Test
  void takesAnOddFileAloneForAHint() {
    assertThat(evidence(log(oddFrom(3)).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutPlainTextAndAMissingFile() {
    log(oddFrom(0), line("ext-configfile-unreadable", "cannot read config file"))
        .expectRuledOut(When.NOW);
    rule.givenAbsent(SnapshotFacts.VMBACKUP_CONF).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeAFileThatMayNotBeRead() {
    rule.givenUnavailable(SnapshotFacts.VMBACKUP_CONF, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester oddFrom(int line) {
    return rule.given(
        SnapshotFacts.VMBACKUP_CONF, new VmbackupConf("/etc/azure/vmbackup.conf", line, List.of()));
  }
}
