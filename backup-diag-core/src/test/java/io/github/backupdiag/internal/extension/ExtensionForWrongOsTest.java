package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionForWrongOsTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ExtensionForWrongOs())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static Handlers handlers(boolean complete, String... folders) {
    return new Handlers(List.of(folders), List.of(), complete);
  }

  @Test
  void confirmsAFolderOfTheWindowsExtension() {
    String path = "/var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshot-1.0.70.0";
    rule.given(ExtensionFacts.HANDLERS, handlers(true, Extension.folder("1.0.9235.0"), path))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withArgument("path", path);
  }

  @Test
  void confirmsAReportOfTheWindowsExtension() {
    rule.given(
            ExtensionFacts.HANDLERS,
            new Handlers(
                List.of(),
                List.of(
                    new HandlerReport(
                        "Microsoft.Azure.RecoveryServices.VMSnapshot",
                        "1.0.70.0",
                        "/var/lib/waagent/waagent_status.json",
                        "NotReady",
                        null,
                        "",
                        "",
                        null,
                        null)),
                true))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void confirmsALineOfThatNight() {
    rule.given(ExtensionFacts.HANDLERS, handlers(true))
        .given(GuestFacts.AGENT_LOG, Extension.agentLog("wa-wrong-platform", "VMSnapshot-1.0"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void rulesOutWhereOnlyLinuxExtensionsAre() {
    rule.given(ExtensionFacts.HANDLERS, handlers(true, Extension.folder("1.0.9235.0")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeAListThatIsNotComplete() {
    rule.given(ExtensionFacts.HANDLERS, handlers(false)).expectInconclusive();
    rule.givenUnavailable(ExtensionFacts.HANDLERS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
