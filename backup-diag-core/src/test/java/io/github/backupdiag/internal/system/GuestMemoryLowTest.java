package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class GuestMemoryLowTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new GuestMemoryLow()).wordedBy();

  @Test
  void onlyHintsAtLittleMemory() {
    assertThat(evidence(of(100, 4).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutEnoughMemory() {
    of(100, 6).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeSeen() {
    of(0, 0).expectInconclusive();
    of(100, 0).expectInconclusive();
    rule.givenUnavailable(AgentFacts.LOAD, UnavailableReason.NOT_RECORDED).expectInconclusive();
  }

  private DiagnosticTester of(long memory, long available) {
    return rule.given(AgentFacts.LOAD, new GuestLoad(0.1, 2, 0, memory << 20, available << 20));
  }
}
