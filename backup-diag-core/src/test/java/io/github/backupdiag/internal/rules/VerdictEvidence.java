package io.github.backupdiag.internal.rules;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.testkit.CheckedVerdict;
import java.util.List;

/** What a verdict rests on, where a test cares for its order and number. */
public final class VerdictEvidence {

  private VerdictEvidence() {}

  /** All evidence, also hints. */
  public static List<Evidence> evidence(CheckedVerdict checked) {
    Verdict verdict = checked.verdict();
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return confirmed.evidence();
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return ruledOut.evidence();
    }
    return verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.hints() : List.of();
  }
}
