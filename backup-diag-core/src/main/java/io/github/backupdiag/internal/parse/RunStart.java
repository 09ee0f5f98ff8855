package io.github.backupdiag.internal.parse;

import java.util.List;

/**
 * How a log shows that a run of the backup extension begins.
 *
 * @param literal what the first line of a run holds
 * @param alsoHolds what that line must hold too; empty if nothing
 * @param confirmedBy what one of the following lines holds if it was a run and not a mere look for
 *     work; empty if the first line is enough
 */
public record RunStart(String literal, String alsoHolds, List<String> confirmedBy) {

  /** No line begins a run: an end of line stands in none. */
  public static final RunStart NONE = new RunStart("\n", "", List.of());

  /** The agent turns to the backup extension. */
  public static final RunStart AGENT =
      new RunStart("Target handler state: enabled", "VMSnapshotLinux", List.of());

  /** The extension is called; without a task it goes home again. */
  public static final RunStart EXTENSION =
      new RunStart("starting enable", "", List.of("taskId: ", "starting daemon initially"));

  /** The extension on Windows reads its settings first. */
  public static final RunStart WINDOWS_EXTENSION =
      new RunStart("Loading configuration {ConfigFile", "", List.of());

  /** The agent on Windows turns to the backup extension. */
  public static final RunStart WINDOWS_AGENT =
      new RunStart(
          "Beginning enable of plugin Microsoft.Azure.RecoveryServices.VMSnapshot", "", List.of());
}
