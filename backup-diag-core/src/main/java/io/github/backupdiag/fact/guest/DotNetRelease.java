package io.github.backupdiag.fact.guest;

/**
 * The installed .NET Framework 4.
 *
 * @param release the value {@code Release}, or 0 if there is none, as before 4.5
 * @param version the value {@code Version}, may be empty
 * @param key the registry key
 */
public record DotNetRelease(long release, String version, String key) {

  /** The release of .NET Framework 4.5 (windows-vss.json, key NDP\v4\Full). */
  public static final long OLDEST = 378389;
}
