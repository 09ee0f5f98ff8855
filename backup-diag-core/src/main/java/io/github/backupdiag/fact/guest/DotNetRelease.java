package io.github.backupdiag.fact.guest;

/**
 * The .NET Framework 4.
 *
 * @param release the value {@code Release}, or 0 if there is none, as before 4.5 and without
 *     version 4
 * @param version the value {@code Version}; empty if version 4 is not installed
 * @param key the registry key
 */
public record DotNetRelease(long release, String version, String key) {

  /** The release of .NET Framework 4.5 (windows-vss.json, key NDP\v4\Full). */
  public static final long OLDEST = 378389;

  /**
   * Tells whether version 4 is installed.
   *
   * @return false if the registry knows none
   */
  public boolean isInstalled() {
    return release != 0 || !version.isEmpty();
  }
}
