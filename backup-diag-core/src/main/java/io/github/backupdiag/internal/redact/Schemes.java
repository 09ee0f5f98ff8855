package io.github.backupdiag.internal.redact;

import java.util.List;

/** The schemes of HTTP authorization; they stay, what follows them goes. */
final class Schemes {

  private static final List<String> ALL =
      List.of("bearer", "basic", "digest", "negotiate", "ntlm", "sharedkey", "sharedkeylite");

  private Schemes() {}

  /** Index of the credential when a scheme stands here, else {@code from}. */
  static int skip(PlainText text, int from) {
    for (String scheme : ALL) {
      int end = from + scheme.length();
      if (text.hasWord(from, scheme) && Ascii.isBlank(text.at(end))) {
        return text.skipBlanks(end);
      }
    }
    return from;
  }

  static boolean isDigest(PlainText text, int from, int credential) {
    return credential > from && text.hasWord(from, "digest");
  }
}
