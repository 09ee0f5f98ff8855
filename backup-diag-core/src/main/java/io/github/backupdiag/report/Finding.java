package io.github.backupdiag.report;

import io.github.backupdiag.diagnostic.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said.
 *
 * @param diagnostic id of the rule
 * @param cause id of its cause, or null if it is about the guest as a whole
 * @param outcome its verdict
 * @param reason the verdict in one sentence
 */
public record Finding(String diagnostic, @Nullable String cause, Outcome outcome, Phrase reason) {

  /** Verdict of a rule. */
  public enum Outcome {
    /** The cause holds. */
    CONFIRMED("confirmed"),
    /** It does not hold. */
    RULED_OUT("ruledOut"),
    /** It cannot be told. */
    INCONCLUSIVE("inconclusive"),
    /** The rule does not apply. */
    NOT_APPLICABLE("notApplicable"),
    /** The rule failed; the others were not affected. */
    FAILED("failed");

    private final String tag;

    Outcome(String tag) {
      this.tag = tag;
    }

    /**
     * Gives the name used in JSON.
     *
     * @return for example {@code ruledOut}
     */
    public String tag() {
      return tag;
    }
  }
}
