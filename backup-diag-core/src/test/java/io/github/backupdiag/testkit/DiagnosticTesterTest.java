package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DiagnosticTesterTest {

  private final DiagnosticTester held =
      DiagnosticTester.of(LockRule.sound())
          .given(Lock.KEY, Lock.held(), Lock.PATH)
          .given(Lock.ENFORCED, true);

  @Test
  void acceptsWhatTheRuleSays() {
    held.expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence(Lock.PATH, 1)
        .withEvidence("evidence.lock")
        .withEvidence(Lock.KEY)
        .withExcerpt("patch")
        .withArgument("path", Lock.PATH);
    DiagnosticTester.of(LockRule.sound())
        .givenAbsent(Lock.KEY)
        .expectRuledOut(When.NOW)
        .withEvidence("evidence.no-lock");
    DiagnosticTester.of(LockRule.sound())
        .given(Lock.KEY, Lock.held())
        .expectInconclusive()
        .withReason("because.unsure")
        .withMissing(Lock.ENFORCED);
  }

  @Test
  void namesRuleExpectationFindingAndFactsWhenTheVerdictIsAnother() {
    refused(() -> held.expectRuledOut(When.NOW))
        .hasMessageContaining("rule test.lock-held (" + LockRule.class.getName() + ")")
        .hasMessageContaining("expected: ruled out NOW")
        .hasMessageContaining("found: confirmed CERTAIN NOW")
        .hasMessageContaining("test.enforced = observed true");
  }

  @Test
  void refusesAnotherTimeOrConfidence() {
    refused(() -> held.expectConfirmed(When.AT_FAILURE, Confidence.CERTAIN));
    refused(() -> held.expectConfirmed(When.NOW, Confidence.LIKELY));
    refused(held::expectInconclusive);
    refused(held::expectNotApplicable);
    DiagnosticTester absent = DiagnosticTester.of(LockRule.sound()).givenAbsent(Lock.KEY);
    refused(() -> absent.expectRuledOut(When.AT_FAILURE));
  }

  @Test
  void refusesEvidenceArgumentsReasonsThatAreNotThere() {
    CheckedVerdict verdict = held.expectConfirmed(When.NOW, Confidence.CERTAIN);

    refused(() -> verdict.withEvidence(Lock.PATH, 2));
    refused(() -> verdict.withEvidence("/else", 1));
    refused(() -> verdict.withEvidence("evidence.no-lock"));
    refused(() -> verdict.withEvidence(Lock.ENFORCED));
    refused(() -> verdict.withExcerpt("something else"));
    refused(() -> verdict.withArgument("path", "/else"))
        .hasMessageContaining("argument path = /else");
    refused(() -> verdict.withReason("because.unsure"));
    refused(() -> verdict.withMissing(Lock.KEY));
  }

  @Test
  void answersLikeTheEngineWhenANeedIsNotSeenAndDoesNotCallTheRule() {
    LockRule never = LockRule.judging(facts -> fail("the rule was called"));

    DiagnosticTester.of(never).expectInconclusive().withMissing(Lock.KEY);
    DiagnosticTester.of(never)
        .givenUnavailable(Lock.KEY, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive()
        .withMissing(Lock.KEY);
  }

  @Test
  void refusesToReadAnUndeclaredFactEvenIfTheRuleHidesIt() {
    LockRule curious =
        LockRule.judging(
            facts -> {
              try {
                facts.get(Lock.OTHER);
              } catch (IllegalArgumentException e) {
                return Verdict.ruledOut(When.NOW, LockRule.seen("evidence.no-lock"));
              }
              return fail("undeclared fact was given");
            });

    refused(() -> absent(curious).diagnose()).hasMessageContaining("it read [test.other]");
  }

  @Test
  void refusesToBeGivenAFactThatTheRuleNeverReads() {
    refused(() -> held.given(Lock.OTHER, "x")).hasMessageContaining("test.other");
    refused(() -> held.givenAbsent(Lock.OTHER));
    refused(() -> held.givenUnavailable(Lock.OTHER, UnavailableReason.FAILED));
  }

  @Test
  void refusesARuleThatAnswersEqualFactsDifferently() {
    int[] calls = {0};
    LockRule moody =
        LockRule.judging(
            facts -> Verdict.ruledOut(When.NOW, LockRule.seen("evidence.call-" + calls[0]++)));

    refused(() -> absent(moody).diagnose())
        .hasMessageContaining("equal verdicts for equal facts")
        .hasMessageContaining("evidence.call-0")
        .hasMessageContaining("evidence.call-1");
  }

  @Test
  void refusesADescriptorThatChanges() {
    int[] calls = {0};
    var changing =
        new Diagnostic() {
          @Override
          public DiagnosticDescriptor descriptor() {
            return LockRule.DESCRIPTOR.since("" + calls[0]++);
          }

          @Override
          public Verdict diagnose(Facts facts) {
            return fail("never called");
          }
        };

    refused(() -> DiagnosticTester.of(changing)).hasMessageContaining("since 1");
    refused(() -> DiagnosticTester.of(new LockRule(null, facts -> null)))
        .hasMessageContaining("descriptor() returned null");
  }

  @Test
  void refusesARuleThatThrowsOrGivesNull() {
    LockRule throwing = LockRule.judging(facts -> fail("broken"));

    refused(() -> absent(throwing).diagnose())
        .hasMessageContaining("broken")
        .hasCauseInstanceOf(IllegalStateException.class);
    refused(() -> absent(LockRule.judging(facts -> null)).diagnose())
        .hasMessageContaining("found: null");
  }

  @Test
  void refusesEvidenceOnAFactThatWasNotSeen() {
    Verdict onEnforced =
        Verdict.certain(When.NOW, Evidence.of(Lock.ENFORCED, "policy is enforced"));

    refused(() -> absent(LockRule.judging(facts -> onEnforced)).diagnose())
        .hasMessageContaining("that were seen")
        .hasMessageContaining("test.enforced");
  }

  @Test
  void refusesACorroboratingRuleThatRulesOut() {
    LockRule rule = new LockRule(LockRule.DESCRIPTOR.corroborating(), LockRule.sound().judge());

    refused(() -> absent(rule).diagnose()).hasMessageContaining("corroborating()");
  }

  @Test
  void demandsWordsForEveryPhrase() {
    refused(() -> held.wordedBy().diagnose())
        .hasMessageContaining("expected: an English text for evidence.lock");
    LockRule known = LockRule.judging(facts -> Verdict.notApplicable(NOT_AZURE));
    LockRule halfKnown =
        LockRule.judging(facts -> Verdict.inconclusive(Phrase.of("because.not-azure")));
    LockRule literal =
        LockRule.judging(facts -> Verdict.ruledOut(When.NOW, Evidence.of(Lock.KEY, "no lock")));

    absent(known).wordedBy().expectNotApplicable();
    absent(literal).wordedBy().expectRuledOut(When.NOW);
    refused(() -> absent(halfKnown).wordedBy().diagnose())
        .hasMessageContaining("values for exactly [detail]");
  }

  @Test
  void refusesAValueThatTheTextDoesNotShow() {
    LockRule chatty =
        LockRule.judging(
            facts ->
                Verdict.notApplicable(
                    Phrase.of("because.not-azure", "detail", "other tag", "extra", "unseen")));

    refused(() -> absent(chatty).wordedBy().diagnose())
        .hasMessageContaining("values for exactly [detail]");
  }

  private static final Phrase NOT_AZURE = Phrase.of("because.not-azure", "detail", "other tag");

  @Test
  void asksARuleOnlyForItsOwnFamilyOfGuests() {
    DiagnosticTester linux =
        DiagnosticTester.of(
                new LockRule(
                    LockRule.DESCRIPTOR.on(GuestOs.Family.LINUX), LockRule.sound().judge()))
            .givenAbsent(Lock.KEY);

    linux.expectRuledOut(When.NOW);
    linux.given(GuestFacts.OS, os(GuestOs.Family.LINUX)).expectRuledOut(When.NOW);
    linux.given(GuestFacts.OS, os(GuestOs.Family.WINDOWS)).expectNotApplicable();
  }

  @Test
  void asksARuleForAzureVmsOnlyThere() {
    DiagnosticTester azure =
        DiagnosticTester.of(
                new LockRule(LockRule.DESCRIPTOR.onAzureVmOnly(), LockRule.sound().judge()))
            .givenAbsent(Lock.KEY);

    azure.expectRuledOut(When.NOW);
    azure.given(GuestFacts.PLATFORM, platform(Platform.Kind.AZURE)).expectRuledOut(When.NOW);
    azure.given(GuestFacts.PLATFORM, platform(Platform.Kind.OTHER)).expectNotApplicable();
    azure.given(GuestFacts.PLATFORM, platform(Platform.Kind.UNKNOWN)).expectInconclusive();
    azure
        .givenUnavailable(GuestFacts.PLATFORM, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static GuestOs os(GuestOs.Family family) {
    return new GuestOs(family, "", "", List.of(), "");
  }

  private static Platform platform(Platform.Kind kind) {
    return new Platform(kind, "");
  }

  private static DiagnosticTester absent(LockRule rule) {
    return DiagnosticTester.of(rule).givenAbsent(Lock.KEY);
  }

  private static Verdict fail(String message) {
    throw new IllegalStateException(message);
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(AssertionError.class);
  }
}
