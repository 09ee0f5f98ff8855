package io.github.backupdiag.fact.guest;

/**
 * A VSS writer as {@code vssadmin list writers} or {@code diskshadow} shows it. Labels are
 * translated on most systems; ids, the number of the state and codes are not.
 *
 * @param name as printed, not translated for the writers of Windows; empty if it could not be read
 * @param writerId id of its class, a GUID in lower case without braces; empty if not printed
 * @param instanceId id of this start of its process, as above; empty if not printed
 * @param state number of its state as Windows counts them ({@code VSS_WRITER_STATE}): 1 stable, 2
 *     to 5 busy, 6 to 15 failed
 * @param error code of its last error, such as {@code 0x800423f2}; {@code 0x00000000} for none;
 *     empty if the text does not tell it
 * @param errorText its last error as printed, in any language; may be empty
 * @param line line in the source, from 1, or 0
 */
public record VssWriter(
    String name,
    String writerId,
    String instanceId,
    int state,
    String error,
    String errorText,
    long line) {

  /** No error, as {@link #error} writes it. */
  public static final String NO_ERROR = "0x00000000";

  private static final int FIRST_FAILED = 6;
  private static final int LAST_OF_BACKUP = 12;

  /**
   * Tells whether the writer failed in a backup. Alone that says nothing: the state stays after
   * sessions that are long over.
   *
   * @return true from 6 to 12; the higher states speak of a restore
   */
  public boolean isFailed() {
    return state >= FIRST_FAILED && state <= LAST_OF_BACKUP;
  }

  /**
   * Tells whether the writer waits for a requester, as all do while a backup runs.
   *
   * @return true from 2 to 5
   */
  public boolean isBusy() {
    return state > 1 && state < FIRST_FAILED;
  }
}
