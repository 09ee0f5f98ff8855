package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionStaleHandlerFilesTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ExtensionStaleHandlerFiles())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static final BackupExtension LEFT_OVER =
      new BackupExtension(
          List.of(
              Extension.folder("1.0.9240.0", false, null, null, List.of()),
              Extension.whole("1.0.9235.0")));

  @Test
  void confirmsAFolderWithoutConfigurationWithALineOfThatNight() {
    rule.given(ExtensionFacts.BACKUP_EXTENSION, LEFT_OVER)
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog(
                "wa-downgrade", "name=" + BackupExtension.HANDLER + " Downgrade not allowed"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("path", Extension.folder("1.0.9240.0"));
  }

  @Test
  void doesNotBlameALeftOverThatNobodyComplainsOf() {
    DiagnosticTester leftOver = rule.given(ExtensionFacts.BACKUP_EXTENSION, LEFT_OVER);
    leftOver.expectInconclusive();
    leftOver
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-downgrade", "name=Other Downgrade not allowed"))
        .expectInconclusive();
  }

  @Test
  void rulesOutSeveralVersionsThatAreAllConfigured() {
    rule.given(
            ExtensionFacts.BACKUP_EXTENSION,
            new BackupExtension(
                List.of(Extension.whole("1.0.9240.0"), Extension.whole("1.0.9235.0"))))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhereThereIsNone() {
    rule.givenAbsent(ExtensionFacts.BACKUP_EXTENSION).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
