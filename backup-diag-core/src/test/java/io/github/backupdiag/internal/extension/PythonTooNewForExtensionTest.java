package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class PythonTooNewForExtensionTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new PythonTooNewForExtension())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void rulesOutAnOlderInterpreter() {
    rule.given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3.8", "3.8"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutWhereTheExtensionWroteAStatusThatNight() {
    rule.given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3", "3.13"))
        .given(ExtensionFacts.STATUS, Extension.status(2))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void leavesANewInterpreterToTheKnownDefects() {
    rule.given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3", "3.12"))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeAnUnknownVersion() {
    rule.given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3", null))
        .expectInconclusive();
    rule.givenUnavailable(ExtensionFacts.PYTHONS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
