package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.Verdict.Confirmed;
import io.github.backupdiag.diagnostic.Verdict.Inconclusive;
import io.github.backupdiag.diagnostic.Verdict.RuledOut;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule.
 *
 * @param rule the rule
 * @param verdict its verdict, or null if it failed
 * @param failure what went wrong, or null
 * @param sawNeeds false if a needed fact could not be seen, so that the rule was not asked
 */
record Judgement(
    CompiledRule rule, @Nullable Verdict verdict, @Nullable String failure, boolean sawNeeds) {

  static Judgement of(CompiledRule rule, Verdict verdict) {
    return new Judgement(rule, verdict, null, true);
  }

  static Judgement unseen(CompiledRule rule, Inconclusive verdict) {
    return new Judgement(rule, verdict, null, false);
  }

  static Judgement failed(CompiledRule rule, String failure) {
    return new Judgement(rule, null, failure, false);
  }

  @Nullable Confirmed confirmed() {
    return verdict instanceof Confirmed confirmed ? confirmed : null;
  }

  @Nullable RuledOut ruledOut() {
    return verdict instanceof RuledOut ruledOut ? ruledOut : null;
  }

  @Nullable Inconclusive inconclusive() {
    return verdict instanceof Inconclusive inconclusive ? inconclusive : null;
  }
}
