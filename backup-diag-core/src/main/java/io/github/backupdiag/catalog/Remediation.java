package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Set;

/**
 * What helps against a cause.
 *
 * @param id kebab-case id
 * @param os systems it is for
 * @param risk the highest risk of its steps
 * @param steps in the order in which they are done; above {@link Risk#LOW} the first is a warning
 * @param sources where the facts come from
 */
public record Remediation(
    String id, Set<Os> os, Risk risk, List<RemediationStep> steps, List<String> sources) {

  /** What a step may cost, rising. */
  public enum Risk {
    /** Nothing changes. */
    NONE,
    /** A change without side effects. */
    LOW,
    /** A service or the VM stops or stalls. */
    SERVICE_RESTART,
    /** The connection to the VM may be lost. */
    CONNECTION_LOSS,
    /** A protection becomes weaker. */
    WEAKENS_SECURITY,
    /** Something is no longer backed up, consistent or locked. */
    UNPROTECTED_DATA,
    /** Data may be lost. */
    DATA_LOSS_POSSIBLE;

    /**
     * Gives the name used in data.
     *
     * @return for example {@code service-restart}
     */
    public String tag() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
