package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.Nullable;

/** Finds the host of the blob storage in settings of an extension, and takes nothing else. */
public final class StorageHost {

  /** Port of HTTPS. */
  public static final int PORT = 443;

  private static final int LONGEST_NAME = 253;
  private static final String SCHEME = "https:";

  private StorageHost() {}

  /**
   * Finds the first blob host.
   *
   * @param settings text of a settings file, slashes escaped or not
   * @return the host name in lower case, or null if there is none
   */
  public static @Nullable String find(String settings) {
    for (int at = settings.indexOf(SCHEME); at >= 0; at = settings.indexOf(SCHEME, at + 1)) {
      int from = at + SCHEME.length();
      while (from < settings.length() && "/\\".indexOf(settings.charAt(from)) >= 0) {
        from++;
      }
      int to = from;
      while (to < settings.length() && isName(settings.charAt(to))) {
        to++;
      }
      String host = settings.substring(from, to).toLowerCase(java.util.Locale.ROOT);
      boolean blob = host.indexOf(".blob.") > 0;
      if (blob && host.length() <= LONGEST_NAME && !host.endsWith(".")) {
        return host;
      }
    }
    return null;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.';
  }
}
