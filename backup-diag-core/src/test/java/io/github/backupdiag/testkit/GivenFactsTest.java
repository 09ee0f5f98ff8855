package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactCodec;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.probe.Observations;
import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GivenFactsTest {

  @Test
  void givesValuesThroughTheirCodec() {
    LockRule rule =
        LockRule.judging(
            facts -> {
              assertThat(facts.value(Lock.KEY)).isEqualTo(Lock.held()).isNotSameAs(GIVEN);
              return LockRule.sound().diagnose(facts);
            });

    DiagnosticTester.of(rule)
        .given(Lock.KEY, GIVEN)
        .given(Lock.ENFORCED, true)
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  private static final Lock GIVEN = Lock.held();

  @Test
  void refusesAValueThatChangesWhenStored() {
    FactKey<String> lossy = FactKey.of("test.lossy", new UpperCase());
    DiagnosticTester tester =
        DiagnosticTester.of(
            new LockRule(DiagnosticDescriptor.of("test.x", "x").needs(lossy), facts -> null));

    tester.given(lossy, "SAME");
    refused(() -> tester.given(lossy, "other")).hasMessageContaining("found: observed OTHER");
    refused(() -> tester.given(lossy, "")).hasMessageContaining("that can be stored");
  }

  private static final class UpperCase implements FactCodec<String> {

    @Override
    public Object encode(String value) {
      return value.isEmpty() ? fail("nothing to store") : value;
    }

    @Override
    public String decode(Object tree) {
      return ((String) tree).toUpperCase(Locale.ROOT);
    }
  }

  @Test
  void keepsPlaceAndTimeOfAValue() {
    Instant at = Instant.parse("2026-11-20T01:02:03Z");
    LockRule rule =
        LockRule.judging(
            facts -> {
              var lock = (Observed<Lock>) facts.get(Lock.KEY);
              return Verdict.likely(
                  When.NOW,
                  LockRule.seen("evidence.lock").withPlace(lock.source(), 0).withTime(lock.at()));
            });

    CheckedVerdict verdict =
        DiagnosticTester.of(rule)
            .given(Lock.KEY, Lock.held(), Lock.PATH, at)
            .expectConfirmed(When.NOW, Confidence.LIKELY)
            .withEvidence(Lock.PATH, 0);

    assertThat(((Verdict.Confirmed) verdict.verdict()).evidence().get(0).time()).isEqualTo(at);
  }

  @Test
  void takesWhatAProbeSawAndARecording() {
    Observations seen =
        Observations.builder()
            .observed(Lock.KEY, Lock.held(), Lock.PATH)
            .observed(Lock.OTHER, "not read by the rule", "")
            .build();
    FactSet recorded = FactSet.builder().observed(Lock.ENFORCED, true, "").build();

    DiagnosticTester.of(LockRule.sound())
        .given(seen)
        .given(recorded)
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  private static Verdict fail(String message) {
    throw new IllegalStateException(message);
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(AssertionError.class);
  }
}
