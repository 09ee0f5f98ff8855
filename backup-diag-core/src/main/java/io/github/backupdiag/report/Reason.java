package io.github.backupdiag.report;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.When;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence and what it does to a cause.
 *
 * @param evidence what was seen
 * @param stance for or against the cause
 * @param when the time it speaks of, or null for a mere hint
 * @param diagnostic the rule that brought it
 */
public record Reason(Evidence evidence, Stance stance, @Nullable When when, String diagnostic) {

  /** Direction of a piece of evidence. */
  public enum Stance {
    /** Speaks for the cause. */
    FOR,
    /** Speaks against it. */
    AGAINST
  }
}
