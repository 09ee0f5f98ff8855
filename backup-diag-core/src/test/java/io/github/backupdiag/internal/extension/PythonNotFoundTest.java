package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonNotFoundTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new PythonNotFound())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsNoInterpreterWithALineOfThatNight() {
    rule.given(ExtensionFacts.PYTHONS, Extension.NO_PYTHON)
        .given(
            ExtensionFacts.SHELL_LOG,
            Extension.agentLog("shell-returned-3", "x 2026- 3 returned from handle.py"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(ExtensionFacts.PYTHONS, Extension.NO_PYTHON)
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-nonzero-127", "exit code: 127, " + BackupExtension.HANDLER))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsWithoutSuchALine() {
    DiagnosticTester none = rule.given(ExtensionFacts.PYTHONS, Extension.NO_PYTHON);
    none.expectInconclusive();
    none.given(
            ExtensionFacts.SHELL_LOG,
            Extension.agentLog("shell-returned-3", "x 2026- 13 returned from handle.py"))
        .expectInconclusive();
    none.given(GuestFacts.AGENT_LOG, Extension.agentLog("wa-nonzero-127", "exit code: 127, Other"))
        .expectInconclusive();
    none.given(
            ExtensionFacts.SHELL_LOG,
            Extension.agentLog(
                "shell-python-unknown", Samples.NIGHT.minusSeconds(9), "python version unknown"))
        .expectInconclusive();
  }

  @Test
  void rulesOutWhereTheStartScriptFindsOne() {
    rule.given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3", null))
        .expectRuledOut(When.NOW);
  }

  @Test
  void findsNoFaultInAnInterpreterThatSomebodyInstalled() {
    rule.given(
            ExtensionFacts.PYTHONS,
            new Pythons(
                List.of(new Python("/usr/local/bin/python3.8", "3.8")),
                List.of(),
                new Python("/opt/agent/bin/python3", null)))
        .given(
            ExtensionFacts.SHELL_LOG,
            Extension.agentLog("shell-returned-3", "x 2026- 3 returned from handle.py"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhereOnlyTheAgentHasOne() {
    rule.given(
            ExtensionFacts.PYTHONS,
            new Pythons(
                List.of(),
                List.of(new Python("/usr/bin/python3.12", "3.12")),
                new Python("/usr/bin/python3.12", "3.12")))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeFoldersThatCouldNotBeSeen() {
    rule.givenUnavailable(ExtensionFacts.PYTHONS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
