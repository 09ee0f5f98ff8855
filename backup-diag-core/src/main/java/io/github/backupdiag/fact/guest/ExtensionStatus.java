package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the backup extension reports of its newest run. Older runs are history and not kept.
 *
 * @param file the status file, or where it should be
 * @param line line that it begins in, from 1, where it is a part of a text; else 0
 * @param version version of the extension, empty if not told
 * @param sequence number of the settings it belongs to, {@link #UNTOLD} if a text does not tell
 * @param reading whether it could be read
 * @param at when it was written (UTC), or null
 * @param outcome what it says, or null unless it could be read
 */
public record ExtensionStatus(
    String file,
    long line,
    String version,
    long sequence,
    Reading reading,
    @Nullable Instant at,
    @Nullable Outcome outcome) {

  /** Sequence of a status whose file is not known. */
  public static final long UNTOLD = -1;

  /**
   * Makes the status of a file of its own.
   *
   * @param file the status file
   * @param version version of the extension
   * @param sequence number of the settings it belongs to
   * @param reading whether it could be read
   * @param at when it was written (UTC), or null
   * @param outcome what it says, or null
   */
  public ExtensionStatus(
      String file,
      String version,
      long sequence,
      Reading reading,
      @Nullable Instant at,
      @Nullable Outcome outcome) {
    this(file, 0, version, sequence, reading, at, outcome);
  }

  /** Whether a status could be read. */
  public enum Reading {
    /** It holds a code. */
    READ,
    /** There are settings, but no status for them: the extension never reported. */
    MISSING,
    /** It is empty, damaged or without a code. */
    UNREADABLE
  }

  /** Code of a run that is not over, or that ended without a last word. */
  public static final long WORKING = 4;

  /** Code of a VM without scripts, which is normal. */
  public static final long NO_SCRIPTS = 316;

  /**
   * What a status says. The word for it may read success although the run failed: the code counts.
   *
   * @param code code of the run
   * @param word the word beside it, empty if there is none
   * @param message what the extension says, cut at 300 characters
   * @param commanded when the service gave the command (UTC), or null
   * @param disks number of disks that the snapshot was tried for, 0 if not told
   * @param failedDisks number of those that failed
   * @param hostCheck answer of the host before the snapshot, or null
   * @param hostAnswer answer of the host to the snapshot, or null
   */
  public record Outcome(
      long code,
      String word,
      String message,
      @Nullable Instant commanded,
      long disks,
      long failedDisks,
      @Nullable Long hostCheck,
      @Nullable Long hostAnswer) {

    /**
     * Tells whether the run made its snapshot.
     *
     * @return true for the codes 0, 1, 3 and 316
     */
    public boolean isSuccess() {
      return code == 0 || code == 1 || code == 3 || code == NO_SCRIPTS;
    }
  }
}
