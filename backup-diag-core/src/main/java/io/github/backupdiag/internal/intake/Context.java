package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.List;

/** Tells where general names and numbers may be taken for a code. */
final class Context {

  private static final String CODE_FIELD = "error-code-field";
  private static final String BACKUP = "backup-context";
  private static final List<String> OF_GENERAL_NAMES = List.of(CODE_FIELD, BACKUP);
  private static final int BEFORE = 48;
  private static final String CODE = "code";
  // ARM writes "code", jobs "errorCode", reports "Error code".
  private static final java.util.regex.Pattern FIELD =
      java.util.regex.Pattern.compile(
          "(?:error[\\s_-]?|(?<![\\p{L}\\p{N}]))code(?:&quot;|[\\s\"'\\\\])*[:=](?:&quot;|[\\s\"'\\\\])*$",
          java.util.regex.Pattern.CASE_INSENSITIVE);

  // The command line writes "(ResourceNotFound) The Resource …", some put "ERROR:" before.
  private static final java.util.regex.Pattern HEAD_BEFORE =
      java.util.regex.Pattern.compile(
          "(?:^|[\\r\\n]|error:)\\s*\\($", java.util.regex.Pattern.CASE_INSENSITIVE);
  private static final java.util.regex.Pattern HEAD_AFTER =
      java.util.regex.Pattern.compile("\\)\\s+\\p{Lu}");
  private static final java.util.regex.Pattern NAMED_BACKUP =
      java.util.regex.Pattern.compile(
          "back[\\s-]?up|restore\\s+point|recovery\\s+(?:services\\s+)?vault|VMSnapshot",
          java.util.regex.Pattern.CASE_INSENSITIVE);
  private static final int BACKUP_REACH = 400;

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
  // The backup extension writes the answer of the host as "PreSnapshot: Status Code: 500".
  private static final java.util.regex.Pattern OF_HTTP =
      java.util.regex.Pattern.compile(
          "(?:http[\\s_-]*(?:status[\\s_-]*|error[\\s_-]*)?|PreSnapshot:\\s*Status\\s*)code\\W*$",
          java.util.regex.Pattern.CASE_INSENSITIVE);

  private Context() {}

  /** Tells whether the name of a code is too general to be recognised anywhere. */
  static boolean restrictsNames(ErrorCode code) {
    return code.matchOnlyIn().stream().anyMatch(OF_GENERAL_NAMES::contains);
  }

  /**
   * Tells whether a general name stands for its code: as the value of a code field, at the head of
   * an error as the command line prints it, or set off by a colon or in parentheses in a text that
   * also names the backup.
   */
  static boolean allowsName(ErrorCode code, String text, int start, int end) {
    return isErrorCodeField(text, start)
        || (code.matchOnlyIn().contains(CODE_FIELD) && isHead(text, start, end))
        || (code.matchOnlyIn().contains(BACKUP)
            && isSetOff(text, start, end)
            && namesBackup(text, start, end));
  }

  private static boolean isHead(String text, int start, int end) {
    return endsBefore(HEAD_BEFORE, "(", text, start)
        && HEAD_AFTER.matcher(text).region(end, text.length()).lookingAt();
  }

  private static boolean isSetOff(String text, int start, int end) {
    char before = charBefore(text, start);
    char after = end < text.length() ? text.charAt(end) : ' ';
    return before == ':' || after == ':' || (before == '(' && after == ')');
  }

  private static char charBefore(String text, int start) {
    int at = start;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 ? ' ' : text.charAt(at - 1);
  }

  /** The name itself, as in OperationNotAllowed by a backup, does not count. */
  private static boolean namesBackup(String text, int start, int end) {
    int from = Math.max(0, start - BACKUP_REACH);
    int to = Math.min(text.length(), end + BACKUP_REACH);
    return NAMED_BACKUP.matcher(text).region(from, start).find()
        || NAMED_BACKUP.matcher(text).region(end, to).find();
  }

  /** Tells whether a number of a code may stand in any field that holds an error code. */
  static boolean allowsNumberInField(ErrorCode code) {
    return code.matchOnlyIn().isEmpty() || code.matchOnlyIn().contains(CODE_FIELD);
  }

  /**
   * Tells whether a number is the code of a status of the backup extension: the value of a code
   * field in a text that names the extension.
   */
  static boolean allowsNumberInStatus(ErrorCode code, String text, int place) {
    return code.matchOnlyIn().contains(STATUS)
        && (isErrorCodeField(text, place)
            || endsBefore(STATUS_FIELD, CODE, text, place)
            || (hasThreeDigits(text, place)
                && endsBefore(EXTENSION_BEFORE, EXTENSION, text, place)))
        && !endsBefore(OF_HTTP, CODE, text, place)
        && namesExtension(text, place);
  }

  private static boolean hasThreeDigits(String text, int place) {
    return place + 3 <= text.length()
        && Character.isDigit(text.charAt(place))
        && Character.isDigit(text.charAt(place + 1))
        && Character.isDigit(text.charAt(place + 2));
  }

  private static boolean namesExtension(String text, int place) {
    int to = Math.min(text.length(), place + STATUS_REACH);
    return names(EXTENSION, text, Math.max(0, place - STATUS_REACH), to);
  }

  private static boolean names(String word, String text, int from, int to) {
    char small = Character.toLowerCase(word.charAt(0));
    char capital = Character.toUpperCase(small);
    for (int at = from; at <= to - word.length(); at++) {
      char c = text.charAt(at);
      if ((c == small || c == capital) && text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Logs are full of numbers; few have a word before them without which they are no code. */
  static boolean mayHoldNumber(String text, int place) {
    int from = Math.max(0, place - BEFORE);
    return names(CODE, text, from, place) || names(EXTENSION, text, from, place);
  }

  /** Looks for what a pattern needs first: that is much faster. */
  private static boolean endsBefore(
      java.util.regex.Pattern pattern, String needed, String text, int place) {
    int from = Math.max(0, place - BEFORE);
    return names(needed, text, from, place) && pattern.matcher(text).region(from, place).find();
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
    return endsBefore(FIELD, CODE, text, place);
  }
}
