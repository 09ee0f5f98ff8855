package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the agent reports of extensions: one by one, or all in {@code waagent_status.json}.
 */
public final class HandlerStatusFiles {

  private HandlerStatusFiles() {}

  /**
   * Reads {@code config/HandlerStatus}.
   *
   * @param file the file
   * @return what it says, or null if it names no state
   */
  public static @Nullable HandlerReport one(FileContent file) {
    return one(JsonValue.read(file.text()), file.path(), 0);
  }

  /**
   * Reads what stands in a {@code HandlerStatus}.
   *
   * @param root its content
   * @param file where it stands
   * @param line the line it begins in, from 1, or 0
   * @return what it says, or null if it names no state
   */
  public static @Nullable HandlerReport one(JsonValue root, String file, long line) {
    JsonValue status = root.first();
    return status.get("status").text().isEmpty()
        ? null
        : new HandlerReport(
            status.get("name").text(),
            status.get("version").text(),
            file,
            line,
            status.get("status").text(),
            status.get("code").number(),
            Excerpt.of(message(status.get("message"))),
            "",
            null,
            null);
  }

  /**
   * Reads {@code waagent_status.json}.
   *
   * @param file the file
   * @return one report for each extension, may be empty
   */
  public static List<HandlerReport> all(FileContent file) {
    return all(JsonValue.read(file.text()), file.path(), 0);
  }

  /**
   * Reads an aggregate status.
   *
   * @param root its content
   * @param file where it stands
   * @param line the line it begins in, from 1, or 0
   * @return one report for each extension, may be empty
   */
  public static List<HandlerReport> all(JsonValue root, String file, long line) {
    Instant at = StatusFile.time(root.get("timestampUTC").text());
    List<HandlerReport> reports = new ArrayList<>();
    for (JsonValue handler : root.get("aggregateStatus", "handlerAggregateStatus").items()) {
      JsonValue work = handler.get("runtimeSettingsStatus", "settingsStatus", "status");
      if (!handler.get("handlerName").text().isEmpty()) {
        reports.add(
            new HandlerReport(
                handler.get("handlerName").text(),
                handler.get("handlerVersion").text(),
                file,
                line,
                handler.get("status").text(),
                handler.get("code").number(),
                Excerpt.of(message(handler.get("formattedMessage"), work.get("formattedMessage"))),
                work.get("status").text(),
                work.get("code").number(),
                at));
      }
    }
    return reports;
  }

  /**
   * Finds the version of the agent that wrote {@code waagent_status.json}.
   *
   * @param file the file
   * @return the version, or null
   */
  public static @Nullable String agent(FileContent file) {
    String version =
        JsonValue.read(file.text()).get("aggregateStatus", "guestAgentStatus", "version").text();
    return version.isEmpty() ? null : version;
  }

  private static String message(JsonValue... places) {
    for (JsonValue place : places) {
      String text = place.isObject() ? place.get("message").text() : place.text();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
