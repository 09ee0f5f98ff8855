package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeBlocksNotTrimmedTest {

  private static DiagnosticTester rule() {
    return DiagnosticTester.of(new FreeBlocksNotTrimmed()).wordedBy();
  }

  @Test
  void trimmingMattersOnlyForASlowBackup() {
    DiagnosticTester rule = rule();

    rule.given(WindowsVssFacts.TRIM_SWITCHED_OFF, 1L)
        .given(
            BackupFacts.MATCHES, List.of(Samples.code("AzureIaaSVMBackupPerfMoreBackupQueueTime")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsVssFacts.TRIM_SWITCHED_OFF, 1L).expectInconclusive();
    rule.given(WindowsVssFacts.TRIM_SWITCHED_OFF, 0L).expectRuledOut(When.NOW);
    rule.givenUnavailable(WindowsVssFacts.TRIM_SWITCHED_OFF, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }
}
