package io.github.backupdiag.reference;

import java.nio.charset.StandardCharsets;

/** File names and anchors of the site: made from ids, never from words, so that they stay. */
final class Links {

  static final String INDEX = "index.html";
  static final String CHECKS = "checks.html";
  static final String REMEDIES = "remedies.html";
  static final String NUMBERS = "numbers.html";

  private Links() {}

  static String code(String code) {
    return "code/" + safe(code) + ".html";
  }

  static String cause(String id) {
    return "cause/" + safe(id) + ".html";
  }

  /** Gives an id as file name or anchor: what could mean something there is written in hex. */
  static String safe(String id) {
    StringBuilder safe = new StringBuilder(id.length());
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || (c == '.' && safe.length() > 0);
      safe.append(plain ? String.valueOf(c) : "_" + Integer.toHexString(c));
    }
    return safe.toString();
  }
}
