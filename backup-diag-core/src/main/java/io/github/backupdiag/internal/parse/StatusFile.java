package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.ExtensionStatus.Reading;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a status file of the backup extension (log-formats.md, section 3). The word outside may
 * read success on failure; the whole status stands once more inside, as text.
 */
public final class StatusFile {

  private static final Pattern DATE = Pattern.compile("\\\\?/Date\\((\\d{10,15})\\)");
  private static final Pattern CHECK = Pattern.compile("hostStatusCodePreSnapshot=(\\d{1,9})");
  private static final Pattern ANSWER = Pattern.compile("hostStatusCodeDoSnapshot=(\\d{1,9})");

  private StatusFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param version version of the extension that wrote it
   * @param sequence number of the settings it belongs to
   * @return what it says
   */
  public static ExtensionStatus parse(FileContent file, String version, long sequence) {
    return parse(JsonValue.read(file.text()), file.path(), 0, version, sequence);
  }

  /**
   * Reads a status that stands in something larger.
   *
   * @param status the status, or an array that begins with it
   * @param file where it stands
   * @param line the line it begins in, from 1, or 0
   * @param version version of the extension that wrote it, empty if not told
   * @param sequence number of the settings it belongs to
   * @return what it says
   */
  public static ExtensionStatus parse(
      JsonValue status, String file, long line, String version, long sequence) {
    JsonValue outer = status.first();
    JsonValue inner =
        JsonValue.read(outer.get("status", "substatus").first().get("name").text()).first();
    Long code = code(inner, outer);
    Instant at = time(outer.get("timestampUTC").text());
    if (at == null) {
      at = time(inner.get("timestampUTC").text());
    }
    return code == null
        ? new ExtensionStatus(file, line, version, sequence, Reading.UNREADABLE, at, null)
        : new ExtensionStatus(
            file, line, version, sequence, Reading.READ, at, outcome(code, inner, outer));
  }

  private static @Nullable Long code(JsonValue inner, JsonValue outer) {
    Long code = inner.get("status", "code").number();
    return code == null ? outer.get("status", "code").number() : code;
  }

  private static Outcome outcome(long code, JsonValue inner, JsonValue outer) {
    String word = inner.get("status", "status").text();
    String message = message(outer);
    List<JsonValue> disks = inner.get("status", "snapshotInfo").items();
    JsonValue ticks = outer.get("status", "commandStartTimeUTCTicks");
    return new Outcome(
        code,
        word.isEmpty() ? outer.get("status", "status").text() : word,
        Excerpt.of(message),
        Ticks.time(ticks.number()),
        disks.size(),
        disks.stream().filter(disk -> disk.get("isSuccessful").isFalse()).count(),
        number(CHECK, message),
        number(ANSWER, message));
  }

  /** A text that is itself JSON, or in old versions plain. */
  private static String message(JsonValue outer) {
    String message = outer.get("status", "formattedMessage", "message").text();
    String inside = JsonValue.read(message).get("messageStr").text();
    return inside.isEmpty() ? message : inside;
  }

  private static @Nullable Long number(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
  }

  /**
   * Reads a time as status files write it.
   *
   * @param text {@code 2026-03-14T02:16:10Z}, or milliseconds in {@code /Date(...)/}
   * @return the time (UTC), or null
   */
  public static @Nullable Instant time(String text) {
    Matcher date = DATE.matcher(text);
    if (date.find()) {
      return Instant.ofEpochMilli(Long.parseLong(date.group(1)));
    }
    try {
      return text.startsWith("20") ? Instant.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
