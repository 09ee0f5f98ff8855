package io.github.backupdiag.fact.guest;

/**
 * The number of shadow copies of one volume.
 *
 * @param volume such as {@code C:}, or its GUID in lower case if it has no letter
 * @param count from 1
 */
public record ShadowCopies(String volume, int count) {

  /** A volume can have so many at the most, of whatever kind (backup registry keys of Windows). */
  public static final int MOST = 512;
}
