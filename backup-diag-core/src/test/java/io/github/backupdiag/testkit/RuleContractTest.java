package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import org.junit.jupiter.api.Test;

class RuleContractTest {

  @Test
  void acceptsARuleThatLivesWithAnyMissingFact() {
    DiagnosticTester.of(LockRule.sound()).checkContract();
    DiagnosticTester.of(LockRule.sound())
        .given(Lock.KEY, Lock.held())
        .given(Lock.ENFORCED, true)
        .checkContract();
  }

  @Test
  void refusesARuleThatCannotLiveWithAbsence() {
    LockRule rule = LockRule.judging(facts -> fail(facts.value(Lock.KEY) == null));

    assertThatThrownBy(() -> DiagnosticTester.of(rule).checkContract())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("test.lock = absent");
  }

  @Test
  void refusesARuleThatCannotLiveWithoutAHelpfulFact() {
    LockRule rule =
        LockRule.judging(facts -> fail(facts.get(Lock.ENFORCED) instanceof Unavailable<?>));

    assertThatThrownBy(() -> DiagnosticTester.of(rule).checkContract())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("test.enforced = unavailable NOT_PERMITTED");
  }

  @Test
  void refusesARuleThatFailsOnlyBesideAGivenFact() {
    LockRule rule =
        LockRule.judging(
            facts ->
                fail(
                    facts.get(Lock.KEY) instanceof Observed<?>
                        && facts.get(Lock.ENFORCED) instanceof Unavailable<?>));

    DiagnosticTester.of(rule).checkContract();
    assertThatThrownBy(() -> DiagnosticTester.of(rule).given(Lock.KEY, Lock.held()).checkContract())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesToConfirmFromNothingUnlessTheAuthorSaysSo() {
    LockRule rule = LockRule.judging(facts -> confirmed());

    assertThatThrownBy(() -> DiagnosticTester.of(rule).checkContract())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("confirmsOnAbsence()");
    DiagnosticTester.of(rule).confirmsOnAbsence().checkContract();
  }

  @Test
  void refusesAnAuthorsWordThatIsNotTrue() {
    assertThatThrownBy(
            () -> DiagnosticTester.of(LockRule.sound()).confirmsOnAbsence().checkContract())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("never confirmed so");
  }

  @Test
  void refusesAVerdictOnFactsNobodySaw() {
    LockRule blind =
        new LockRule(
            DiagnosticDescriptor.of("test.blind", "test-lock").helpful(Lock.KEY),
            facts -> Verdict.ruledOut(When.NOW, LockRule.seen("evidence.no-lock")));

    assertThatThrownBy(() -> DiagnosticTester.of(blind).checkContract())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("that were seen");
  }

  private static Verdict confirmed() {
    return Verdict.certain(When.NOW, Evidence.of(Lock.KEY, "no lock, and that is bad"));
  }

  private static Verdict fail(boolean fails) {
    if (fails) {
      throw new IllegalStateException("cannot live with this");
    }
    return Verdict.inconclusive(Phrase.of("because.unsure"));
  }
}
