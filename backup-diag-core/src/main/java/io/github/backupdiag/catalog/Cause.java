package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Set;

/**
 * A cause.
 *
 * @param id kebab-case id
 * @param kind whether it can be to blame
 * @param topic family of causes
 * @param os systems it can happen on
 * @param planes where it is seen: {@code azure}, {@code guest}
 * @param prior how often it is to blame
 * @param leadsTo causes it really brings about
 * @param checks ids of the checks that look for it
 * @param remediations ids of what helps, best first
 * @param danger true if it leaves a file system frozen or loses data
 * @param notCheckable true if no reading call shows it
 * @param sources where the facts come from
 */
public record Cause(
    String id,
    Kind kind,
    String topic,
    Set<Os> os,
    Set<String> planes,
    Prior prior,
    List<String> leadsTo,
    List<String> checks,
    List<String> remediations,
    boolean danger,
    boolean notCheckable,
    List<String> sources) {

  /** Whether a cause can be to blame. */
  public enum Kind {
    /** Something is wrong. */
    FAULT,
    /** A normal state or result that may explain a code; never blamed. */
    INFORMATIONAL,
    /** Says that or where something failed, not why; never confirmed. */
    ENVELOPE
  }

  /** How often a cause is to blame, by documents and known cases. */
  public enum Prior {
    /** Often. */
    OFTEN,
    /** Sometimes. */
    SOMETIMES,
    /** Rarely. */
    RARELY
  }
}
