package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class Dotnet64bitSwitchedOffTest {

  private static DiagnosticTester rule() {
    return DiagnosticTester.of(new Dotnet64bitSwitchedOff()).wordedBy();
  }

  @Test
  void dotnetIn32BitsIsCertainAndNoValueMeans64() {
    DiagnosticTester rule = rule();

    rule.given(WindowsVssFacts.DOTNET_64BIT, 0L).expectConfirmed(When.NOW, Confidence.CERTAIN);
    rule.given(WindowsVssFacts.DOTNET_64BIT, 1L).expectRuledOut(When.NOW);
    rule.givenAbsent(WindowsVssFacts.DOTNET_64BIT).expectRuledOut(When.NOW);
    rule.givenUnavailable(WindowsVssFacts.DOTNET_64BIT, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }
}
