package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

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

class BackupExtensionCannotLoadTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new BackupExtensionCannotLoad())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static final BackupExtension NOT_READY =
      new BackupExtension(
          List.of(
              Extension.folder(
                  "1.0.9235.0",
                  true,
                  "NotInstalled",
                  Extension.report("NotReady", 1007),
                  List.of())));

  @Test
  void confirmsNotReadyWithALineOfThatNight() {
    rule.given(ExtensionFacts.BACKUP_EXTENSION, NOT_READY)
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-nonzero-52", "exit code: 52, " + BackupExtension.HANDLER))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("path", Extension.folder("1.0.9235.0"));
  }

  @Test
  void confirmsAFailedUpgradeWithACodeThatAgrees() {
    rule.given(
            ExtensionFacts.BACKUP_EXTENSION,
            new BackupExtension(
                List.of(Extension.folder("1.0.9235.0", true, "FailedUpgrade", null, List.of()))))
        .given(BackupFacts.MATCHES, List.of(Samples.code("BackUpOperationFailed")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsTheStateAlone() {
    DiagnosticTester state = rule.given(ExtensionFacts.BACKUP_EXTENSION, NOT_READY);
    assertThat(evidence(state.expectInconclusive())).hasSize(1);
    state
        .given(GuestFacts.AGENT_LOG, Extension.agentLog("wa-nonzero-52", "exit code: 52, Other"))
        .expectInconclusive();
  }

  @Test
  void rulesOutWhereItIsEnabledAndReady() {
    rule.given(ExtensionFacts.BACKUP_EXTENSION, Extension.of("1.0.9235.0"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhereThereIsNoneOrNoState() {
    rule.givenAbsent(ExtensionFacts.BACKUP_EXTENSION).expectInconclusive();
    rule.given(
            ExtensionFacts.BACKUP_EXTENSION,
            new BackupExtension(
                List.of(Extension.folder("1.0.9235.0", true, null, null, List.of()))))
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
