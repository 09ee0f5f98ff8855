package io.github.backupdiag.internal.parse;

import java.util.Locale;
import java.util.regex.Pattern;

/** GUIDs as Windows prints them. */
final class Guid {

  /** One group: the GUID without its braces. */
  static final String FORM = "\\{(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\}";

  static final Pattern PATTERN = Pattern.compile(FORM);

  private Guid() {}

  static String lower(String guid) {
    return guid.toLowerCase(Locale.ROOT);
  }
}
