package io.github.backupdiag.internal.parse;

import java.util.Locale;

/** A path that an antivirus product leaves alone, with all that lies beneath it. */
public final class ExcludedPath {

  private ExcludedPath() {}

  /**
   * Tells whether a folder is left alone.
   *
   * @param excluded the path, may end with a backslash or {@code \\*}
   * @param folder the folder
   * @return true if the path is the folder or one above it, without regard to case
   */
  public static boolean covers(String excluded, String folder) {
    String path = excluded.strip().toLowerCase(Locale.ROOT);
    if (path.endsWith("\\*")) {
      path = path.substring(0, path.length() - 2);
    }
    if (path.endsWith("\\")) {
      path = path.substring(0, path.length() - 1);
    }
    String inside = folder.toLowerCase(Locale.ROOT);
    return !path.isEmpty() && (inside.equals(path) || inside.startsWith(path + "\\"));
  }
}
