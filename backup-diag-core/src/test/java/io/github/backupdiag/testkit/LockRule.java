package io.github.backupdiag.testkit;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import java.util.function.Function;

/** A rule that keeps its contract, and ways to make one that does not. */
record LockRule(DiagnosticDescriptor descriptor, Function<Facts, Verdict> judge)
    implements Diagnostic {

  static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("test.lock-held", "test-lock").needs(Lock.KEY).helpful(Lock.ENFORCED);

  static LockRule sound() {
    return new LockRule(DESCRIPTOR, LockRule::judgeLock);
  }

  static LockRule judging(Function<Facts, Verdict> judge) {
    return new LockRule(DESCRIPTOR, judge);
  }

  @Override
  public Verdict diagnose(Facts facts) {
    return judge.apply(facts);
  }

  private static Verdict judgeLock(Facts facts) {
    Lock lock = facts.value(Lock.KEY);
    if (lock == null) {
      return Verdict.ruledOut(When.NOW, seen("evidence.no-lock"));
    }
    if (!Boolean.TRUE.equals(facts.value(Lock.ENFORCED))) {
      return Verdict.inconclusive(Phrase.of("because.unsure")).missing(Lock.ENFORCED);
    }
    return Verdict.certain(
            When.NOW,
            seen("evidence.lock").withPlace(lock.path(), 1).withExcerpt("" + lock.reason()))
        .with("path", lock.path());
  }

  static Evidence seen(String phrase) {
    return Evidence.of(Lock.KEY, Phrase.of(phrase));
  }
}
