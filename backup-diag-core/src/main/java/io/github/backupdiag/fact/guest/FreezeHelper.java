package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.Nullable;

/**
 * The program of the backup extension that freezes the file systems.
 *
 * @param path where the extension of this guest looks for it
 * @param present true if it is there
 * @param complete true if the other programs of the extension are there, so that a missing helper
 *     is not just left out of a copy
 * @param architecture for which it was built, such as {@code x86-64}; null if not known
 * @param guest architecture of the guest's programs; null if not known
 * @param mode permission bits; null if not known
 */
public record FreezeHelper(
    String path,
    boolean present,
    boolean complete,
    @Nullable String architecture,
    @Nullable String guest,
    @Nullable Integer mode) {

  /**
   * Tells whether it was built for another machine.
   *
   * @return true if both architectures are known and differ
   */
  public boolean isForeign() {
    return architecture != null && guest != null && !architecture.equals(guest);
  }
}
