package io.github.backupdiag.internal.parse;

import java.time.Instant;
import java.util.Locale;

/** Texts as agent and backup extension write them. */
final class SampleTexts {

  static final Instant RUN = Instant.parse("2026-03-14T02:15:09.123456Z");
  private static final String NAME = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";

  private SampleTexts() {}

  /** A line of the extension's log, some seconds after the run began. */
  static String extensionLine(long seconds, String text) {
    String time = RUN.plusSeconds(seconds).toString().substring(0, 26).replace('T', ' ');
    return time + " [" + NAME + "-1.0]" + text + "\n";
  }

  static String handlerStatus(String version, String status, int code, String message) {
    return String.format(
        Locale.ROOT,
        "{\"name\": \"%s\", \"version\": \"%s\", \"status\": \"%s\", \"code\": %d,"
            + " \"message\": \"%s\", \"extensions\": []}",
        NAME,
        version,
        status,
        code,
        message);
  }

  /** A status as the extension writes it: the word outside reads success whatever the code. */
  static String status(int code, String word, Instant at, String message) {
    String time = at.toString().substring(0, 19) + "Z";
    String inner = one(code, word, "\\/Date(" + at.toEpochMilli() + ")\\/", message, "[]");
    return one(code, word.equals("transitioning") ? word : "success", time, message, name(inner));
  }

  private static String one(int code, String word, String time, String message, String substatus) {
    return String.format(
        Locale.ROOT,
        "[{\"version\": \"1.0\", \"timestampUTC\": \"%s\", \"status\": {\"name\": \"%s\","
            + " \"operation\": \"Enable\", \"status\": \"%s\", \"code\": \"%d\","
            + " \"formattedMessage\": {\"lang\": \"en-US\", \"message\": %s},"
            + " \"taskId\": \"6f1c2d3e\", \"substatus\": %s}}]",
        time,
        NAME,
        word,
        code,
        quoted("{\"messageStr\": " + quoted(message) + ", \"snapshotConsistency\": 1}"),
        substatus);
  }

  private static String name(String inner) {
    return "[{\"name\": " + quoted(inner) + ", \"status\": \"success\", \"code\": \"0\"}]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
