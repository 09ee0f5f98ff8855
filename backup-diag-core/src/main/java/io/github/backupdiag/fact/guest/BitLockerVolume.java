package io.github.backupdiag.fact.guest;

/**
 * A volume as {@code manage-bde -status} shows it.
 *
 * @param volume such as {@code D:}, or its GUID in lower case if it has no letter
 * @param state whether it is locked
 * @param line line in the source, from 1
 */
public record BitLockerVolume(String volume, State state, long line) {

  /** Whether a volume can be read. */
  public enum State {
    /** BitLocker protects it, and Windows cannot tell how much of it is encrypted. */
    LOCKED,
    /** Windows tells how much of it is encrypted, which it cannot for a locked one. */
    OPEN,
    /** What is shown does not tell. */
    UNKNOWN
  }
}
