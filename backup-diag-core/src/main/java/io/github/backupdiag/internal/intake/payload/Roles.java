package io.github.backupdiag.internal.intake.payload;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by the name of a field what its text is good for. */
final class Roles {

  private static final Set<String> CODES =
      Set.of(
          "errorcode",
          "code",
          "jobfailurecode",
          "failurecode",
          "jobfailurecodename",
          "exterrorcode",
          "statuscode",
          "substatuscode",
          "errorcodename",
          "resultcode",
          "hresult",
          "exceptioncode",
          "errorid");
  private static final Set<String> MESSAGES =
      Set.of(
          "errorstring",
          "errormessage",
          "errordescription",
          "message",
          "messagestr",
          "jobmessage",
          "errortitle",
          "title",
          "error",
          "errors",
          "errordetails",
          "statusmessage",
          "formattedmessage",
          "dynamicerrormessage",
          "failurereason",
          "failuremessage",
          "jobfailuremessage",
          "reason",
          "innererror",
          "exception",
          "displaymessage",
          "healthdescription");
  private static final Set<String> RECOMMENDATIONS =
      Set.of(
          "recommendations",
          "recommendation",
          "recommendedaction",
          "recommendedactions",
          "recommendedactionlist",
          "possiblecauses",
          "possiblecause",
          "remediation",
          "resolution",
          "nextsteps",
          "helplink");
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "name",
          "type",
          "location",
          "region",
          "resource",
          "resourcegroup",
          "tags",
          "claims",
          "authorization",
          "caller",
          "operation",
          "operationname",
          "joboperation",
          "category",
          "protectedsettings",
          "settings",
          "computer",
          "starttime",
          "endtime",
          "duration",
          "status",
          "jobstatus",
          "signaltype",
          "localizedvalue",
          "alertrule",
          "searchquery",
          "condition",
          "version",
          "schemaid");
  private static final Set<String> NO_CODES =
      Set.of(
          "0",
          "0.0",
          "200",
          "201",
          "202",
          "204",
          "ok",
          "success",
          "succeeded",
          "accepted",
          "created",
          "completed",
          "none",
          "null",
          "running",
          "nocontent",
          "n/a",
          "-",
          "true",
          "false");
  private static final Pattern NAMING =
      Pattern.compile(".*(?:name|id|uri|time|timeutc|timestamp|timestamputc|date)");
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "/subscriptions/\\S*|https?://\\S*|[0-9a-fA-F{}-]{30,40}|[-+:.,TZ/"
              + " 0-9AaPpMm]*|PT[0-9.HMS]*|[\\w.-]{0,200}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TELLING =
      Pattern.compile("error|fail|exception|denied|timeout|timed ?out", Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST_DETAIL = 16;

  private Roles() {}

  /** Gives the role that a name gives to all below it, or null. */
  static @Nullable Role of(String folded) {
    return CODES.contains(folded)
        ? Role.ERROR_CODE
        : MESSAGES.contains(folded)
            ? Role.MESSAGE
            : RECOMMENDATIONS.contains(folded) ? Role.RECOMMENDATION : null;
  }

  /** True for a field that names a thing and says nothing of an error. */
  static boolean isName(String folded) {
    return NAMES.contains(folded) || (NAMING.matcher(folded).matches() && of(folded) == null);
  }

  /** True for a value that says that there is an error. */
  static boolean isCode(String value) {
    return !NO_CODES.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /** True for a text of no known field that is worth reading. */
  static boolean isDetail(String text) {
    return text.length() > 3
        && ((text.length() >= SHORTEST_DETAIL && !NO_TEXT.matcher(text).matches())
            || TELLING.matcher(text.length() > 500 ? text.substring(0, 500) : text).find());
  }
}
