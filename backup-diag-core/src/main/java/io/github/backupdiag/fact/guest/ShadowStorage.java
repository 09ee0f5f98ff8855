package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.Nullable;

/**
 * Where the shadow copies of a volume are stored, as {@code vssadmin list shadowstorage} shows it.
 * Sizes are printed rounded and are exact to about one part in a hundred.
 *
 * @param volume the volume, such as {@code C:}, or its GUID in lower case if it has no letter
 * @param storedOn the volume that holds them, as above
 * @param usedBytes room that the copies take; null if it could not be read
 * @param allocatedBytes room that is set aside for them; null if it could not be read
 * @param maximumBytes the limit; null if there is none
 * @param maximumPercent the limit in percent of the volume; null if it is not told
 * @param line line in the source, from 1, or 0
 */
public record ShadowStorage(
    String volume,
    String storedOn,
    @Nullable Long usedBytes,
    @Nullable Long allocatedBytes,
    @Nullable Long maximumBytes,
    @Nullable Integer maximumPercent,
    long line) {

  /** Windows sets room aside in pieces of about this size: 320 MB. */
  public static final long PIECE = 320L << 20;

  /**
   * Tells whether there is no room for another copy. Copies that Windows deletes by itself may make
   * room, so that a full storage alone is no fault.
   *
   * @return true if less than 320 MB (the usual {@code MinDiffAreaFileSize}) are left below the
   *     limit; false if there is none or it is not known
   */
  public boolean isFull() {
    return maximumBytes != null && usedBytes != null && maximumBytes - usedBytes < PIECE;
  }
}
