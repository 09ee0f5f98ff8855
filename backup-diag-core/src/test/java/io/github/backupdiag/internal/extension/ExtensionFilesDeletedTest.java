package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.BackupExtension.Folder;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionFilesDeletedTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ExtensionFilesDeleted())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static final BackupExtension GONE =
      new BackupExtension(
          List.of(
              Extension.folder(
                  "1.0.9235.0", true, "Enabled", null, List.of("/x/HandlerManifest.json"))));

  @Test
  void confirmsAMissingFileWithALineOfThatNight() {
    rule.given(ExtensionFacts.BACKUP_EXTENSION, GONE)
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-manifest-missing", "not found " + BackupExtension.HANDLER))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsAMissingFileAlone() {
    assertThat(evidence(rule.given(ExtensionFacts.BACKUP_EXTENSION, GONE).expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutAWholePackage() {
    rule.given(ExtensionFacts.BACKUP_EXTENSION, Extension.of("1.0.9235.0"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotTakeABundleWithSettingsAndStatusForADeletedPackage() {
    rule.given(
            ExtensionFacts.BACKUP_EXTENSION,
            new BackupExtension(
                List.of(
                    new Folder("1.0.9235.0", "/x", true, 21L, "Enabled", null, false, List.of()))))
        .expectInconclusive();
    rule.givenAbsent(ExtensionFacts.BACKUP_EXTENSION).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
