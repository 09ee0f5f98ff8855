package io.github.backupdiag.internal.redact;

/** The password of {@code scheme://user:password@host}, as in the settings of a proxy. */
final class UserInfo {

  private UserInfo() {}

  static void scan(PlainText text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      i = text.hasWord(i, "://") ? authority(text, i + 3, found) : i + 1;
    }
  }

  private static int authority(PlainText text, int start, Spans found) {
    int colon = -1;
    int at = -1;
    int i = start;
    while (i < text.length() && isAuthority(text.at(i))) {
      if (text.at(i) == ':' && colon < 0) {
        colon = i;
      } else if (text.at(i) == '@' && colon >= 0) {
        at = i;
      }
      i++;
    }
    if (at >= 0 && !Harmless.isPlaceholder(text, colon + 1, at)) {
      found.add(colon + 1, at, Kind.PASSWORD);
    }
    return i;
  }

  private static boolean isAuthority(char c) {
    return !Ascii.isSpace(c) && "/?#\"'<>,;".indexOf(c) < 0;
  }
}
