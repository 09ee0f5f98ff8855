package io.github.backupdiag.guest;

/**
 * An absolute path of a guest.
 *
 * @param drive letter of the drive in upper case, or 0 on a system without drives
 * @param names the rest without a leading slash
 */
record GuestPath(char drive, String names) {

  static final char NO_DRIVE = 0;

  static GuestPath of(String path) throws UnreadableException {
    if (path.startsWith("/")) {
      return new GuestPath(NO_DRIVE, withoutSlashes(path));
    }
    if (path.length() >= 3 && isLetter(path.charAt(0)) && path.startsWith(":/", 1)) {
      return new GuestPath(
          Character.toUpperCase(path.charAt(0)), withoutSlashes(path.substring(2)));
    }
    throw UnreadableException.failed("not an absolute path: " + path);
  }

  boolean hasDrive() {
    return drive != NO_DRIVE;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String withoutSlashes(String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    return path.substring(start);
  }
}
