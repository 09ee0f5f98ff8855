package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.Incident;
import java.util.List;

/**
 * An input, taken apart. Immutable.
 *
 * @param kind what it is; of several things the first known one
 * @param incidents failures in the order of the input, numbered from 0; of text that belongs to no
 *     record, one that is assumed
 * @param passages texts in the order of the input; none of a record that did not fail
 * @param problems what could not be read and why, one line each; empty if all is well
 * @param facts what it tells of the VM
 * @param assumed true if no record told the one incident: nobody should speak of a failure unless
 *     the text says something known
 */
public record Payload(
    Kind kind,
    List<Incident> incidents,
    List<Passage> passages,
    List<String> problems,
    FactSet facts,
    boolean assumed) {

  /** What an input is. */
  public enum Kind {
    /** Blanks and stray signs only. */
    EMPTY,
    /** Text without a form: a message, an e-mail, a log. */
    TEXT,
    /** Lines with the labels of the portal's error pane. */
    ERROR_PAGE,
    /** Jobs of a vault, as ARM and the command line give them. */
    BACKUP_JOB,
    /** Jobs of a vault, as PowerShell shows them. */
    POWERSHELL_JOB,
    /** State of an asynchronous operation. */
    OPERATION_STATUS,
    /** The error of a refused request. */
    ERROR_ANSWER,
    /** A protected item with its health. */
    PROTECTED_ITEM,
    /** Restore points of a protected item. */
    RECOVERY_POINT,
    /** An alert of Azure Monitor in the common schema. */
    ALERT,
    /** Rows of a Log Analytics workspace. */
    LOG_ROWS,
    /** Events of the activity log. */
    ACTIVITY_LOG,
    /** A VM with its instance view. */
    INSTANCE_VIEW,
    /** Status file of an extension. */
    EXTENSION_STATUS,
    /** What the agent reports of itself and of extensions. */
    AGENT_STATUS,
    /** Events of Windows as XML. */
    WINDOWS_EVENTS,
    /** JSON of no known form. */
    JSON
  }

  /**
   * Copies the lists.
   *
   * @param kind what it is
   * @param incidents failures
   * @param passages texts
   * @param problems what could not be read
   * @param facts what it tells of the VM
   * @param assumed true if no record told the one incident
   */
  public Payload {
    incidents = List.copyOf(incidents);
    passages = List.copyOf(passages);
    problems = List.copyOf(problems);
  }

  /**
   * Exchanges the texts.
   *
   * @param others passages to hold instead
   * @param told problems to tell instead
   * @return the same input with these
   */
  public Payload with(List<Passage> others, List<String> told) {
    return new Payload(kind, incidents, others, told, facts, assumed);
  }
}
