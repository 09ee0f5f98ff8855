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

  private Context() {}

  /** Tells whether the name of a code is too general to be recognised anywhere. */
  static boolean restrictsNames(ErrorCode code) {
    return code.matchOnlyIn().stream().anyMatch(OF_GENERAL_NAMES::contains);
  }

  /** Tells whether a number of a code may stand in any field that holds an error code. */
  static boolean allowsNumberInField(ErrorCode code) {
    return code.matchOnlyIn().isEmpty() || code.matchOnlyIn().contains(OF_GENERAL_NAMES.get(0));
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
    return FIELD.matcher(text).region(Math.max(0, place - BEFORE), place).find();
  }
}
