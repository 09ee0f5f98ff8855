package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.List;

/** Tells where general names and numbers may be taken for a code. */
final class Context {

  private static final List<String> OF_GENERAL_NAMES =
      List.of("error-code-field", "backup-context");
  private static final int BEFORE = 48;
  // ARM writes "code", jobs "errorCode", reports "Error code".
  private static final java.util.regex.Pattern FIELD =
      java.util.regex.Pattern.compile(
          "(?:error[\\s_-]?|(?<![\\p{L}\\p{N}]))code(?:&quot;|[\\s\"'\\\\])*[:=](?:&quot;|[\\s\"'\\\\])*$",
          java.util.regex.Pattern.CASE_INSENSITIVE);

  private static final String STATUS = "extension-status";
  private static final String EXTENSION = "VMSnapshot";
  // A status file is some hundred to a few thousand characters long.
  private static final int STATUS_REACH = 4000;
  private static final java.util.regex.Pattern STATUS_FIELD =
      java.util.regex.Pattern.compile(
          "(?:error|status|exit|result|extension)[\\s_-]?code\\s+(?:is\\s+)?$",
          java.util.regex.Pattern.CASE_INSENSITIVE);
  private static final java.util.regex.Pattern EXTENSION_BEFORE =
      java.util.regex.Pattern.compile(
          "VMSnapshot(?:Linux)?[\\s:#_(-]{1,3}$", java.util.regex.Pattern.CASE_INSENSITIVE);
  private static final java.util.regex.Pattern OF_HTTP =
      java.util.regex.Pattern.compile(
          "http[\\s_-]*(?:status[\\s_-]*|error[\\s_-]*)?code\\W*$",
          java.util.regex.Pattern.CASE_INSENSITIVE);

  private Context() {}

  /** Tells whether the name of a code is too general to be recognised anywhere. */
  static boolean restrictsNames(ErrorCode code) {
    return code.matchOnlyIn().stream().anyMatch(OF_GENERAL_NAMES::contains);
  }

  /** Tells whether a number of a code may stand in any field that holds an error code. */
  static boolean allowsNumberInField(ErrorCode code) {
    return code.matchOnlyIn().isEmpty() || code.matchOnlyIn().contains(OF_GENERAL_NAMES.get(0));
  }

  /**
   * Tells whether a number is the code of a status of the backup extension: the value of a code
   * field in a text that names the extension.
   */
  static boolean allowsNumberInStatus(ErrorCode code, String text, int place) {
    return code.matchOnlyIn().contains(STATUS)
        && (isErrorCodeField(text, place)
            || endsBefore(STATUS_FIELD, text, place)
            || (hasThreeDigits(text, place) && endsBefore(EXTENSION_BEFORE, text, place)))
        && !endsBefore(OF_HTTP, text, place)
        && namesExtension(text, place);
  }

  private static boolean hasThreeDigits(String text, int place) {
    return place + 3 <= text.length()
        && text.chars().skip(place).limit(3).allMatch(Character::isDigit);
  }

  private static boolean namesExtension(String text, int place) {
    int from = Math.max(0, place - STATUS_REACH);
    int to = Math.min(text.length(), place + STATUS_REACH) - EXTENSION.length();
    for (int at = from; at <= to; at++) {
      if (text.regionMatches(true, at, EXTENSION, 0, EXTENSION.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsBefore(java.util.regex.Pattern pattern, String text, int place) {
    return pattern.matcher(text).region(Math.max(0, place - BEFORE), place).find();
  }

  /** Tells whether a number goes on behind a place, as that of a version does. */
  static boolean goesOnAsVersion(String text, int place) {
    return place + 1 < text.length()
        && Character.isDigit(text.charAt(place - 1))
        && text.charAt(place) == '.'
        && Character.isDigit(text.charAt(place + 1));
  }

  /** Tells whether a place is the value of a field that holds an error code. */
  static boolean isErrorCodeField(String text, int place) {
    return endsBefore(FIELD, text, place);
  }
}
