package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rights on the root of a volume. */
class VolumeRootDeniesAdministratorsTest {

  private final DiagnosticTester root = rule(new VolumeRootDeniesAdministrators());

  @Test
  void blamesAClosedRootOnlyWithACodeThatAgrees() {
    DiagnosticTester closed =
        root.given(
            WindowsAgentFacts.FOLDER_RIGHTS,
            List.of(new FolderRight("C:/", FolderRight.ADMINISTRATORS, false)));
    closed.expectInconclusive();
    with(closed, "ExtensionFailedVssServiceInBadState")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("C:/", 0);
  }

  @Test
  void doesNotJudgeOtherFoldersNorAccountsThatAreNamed() {
    with(
            root.given(
                WindowsAgentFacts.FOLDER_RIGHTS,
                List.of(
                    new FolderRight("C:/", FolderRight.ADMINISTRATORS, true),
                    new FolderRight("C:/Packages", FolderRight.SYSTEM, false))),
            "ExtensionFailedVssServiceInBadState")
        .expectInconclusive();
    root.givenUnavailable(WindowsAgentFacts.FOLDER_RIGHTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static DiagnosticTester rule(Diagnostic rule) {
    DiagnosticTester tester = DiagnosticTester.of(rule).wordedBy();
    return rule.descriptor().helpful().contains(BackupFacts.WINDOW)
        ? tester.given(BackupFacts.WINDOW, Samples.WINDOW)
        : tester;
  }

  private static DiagnosticTester with(DiagnosticTester rule, String code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }
}
