package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AccessDenial;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds in an audit log, or in a system log that took its place, what SELinux denied to the agent
 * and the backup extension. The records of one event share its number: {@code AVC} names program
 * and object, {@code SYSCALL} the path of the program, {@code PATH} that of the object.
 */
public final class AuditLog {

  private static final int MOST = 200;
  private static final Pattern EVENT =
      Pattern.compile("audit\\((\\d{9,11})\\.(\\d{3}):(\\d{1,12})\\)");
  private static final Pattern DENIED =
      Pattern.compile("avc: {1,2}denied {1,2}\\{ ([a-z_ ]{1,80}) \\}");
  private static final Pattern FIELD = Pattern.compile("\\b([a-z]{2,12})=(\"[^\"]*\"|\\S+)");

  /** Folders and files of agent and extension, in the beginning or the midst of a path. */
  private static final List<String> FILES =
      List.of(
          "/var/lib/waagent",
          "/var/log/waagent",
          "/var/log/azure",
          "/etc/waagent.conf",
          "/usr/sbin/waagent",
          "Microsoft.Azure.RecoveryServices.VMSnapshotLinux",
          "WALinuxAgent-");

  private static final List<String> PROGRAMS =
      List.of("waagent", "handle.sh", "safefreeze", "safefreezeArm64");

  private AuditLog() {}

  /**
   * Reads a log.
   *
   * @param log its end
   * @return the newest denials that concern agent or extension, oldest first
   */
  public static List<AccessDenial> parse(FileContent log) {
    String[] lines = log.text().split("\n", -1);
    Map<String, String> more = furtherRecords(lines);
    List<AccessDenial> denials = new ArrayList<>();
    for (int i = log.offset() == 0 ? 0 : 1; i < lines.length; i++) {
      Matcher denied = lines[i].contains("denied") ? DENIED.matcher(lines[i]) : null;
      if (denied != null && denied.find()) {
        long number = log.offset() == 0 ? i + 1 : 0;
        AccessDenial denial = denial(log.path(), number, lines[i], denied.group(1), more);
        if (denial != null) {
          denials.add(denial);
        }
      }
    }
    return denials.subList(Math.max(0, denials.size() - MOST), denials.size());
  }

  private static Map<String, String> furtherRecords(String[] lines) {
    Map<String, String> records = new HashMap<>();
    for (String line : lines) {
      if (line.contains("type=SYSCALL") || line.contains("type=PATH")) {
        Matcher event = EVENT.matcher(line);
        if (event.find()) {
          records.merge(event.group(3), line, (one, other) -> one + " " + other);
        }
      }
    }
    return records;
  }

  private static @Nullable AccessDenial denial(
      String file, long number, String line, String permission, Map<String, String> more) {
    Matcher event = EVENT.matcher(line);
    boolean dated = event.find();
    String further = dated ? more.getOrDefault(event.group(3), "") : "";
    Map<String, String> fields = fields(line);
    String command = fields.getOrDefault("comm", "");
    String object = fields.getOrDefault("path", fields.getOrDefault("name", ""));
    boolean onFiles = isOfAgent(object) || (!object.startsWith("/") && isOfAgent(names(further)));
    boolean byAgent =
        PROGRAMS.contains(command)
            || isOfAgent(fields(further).getOrDefault("exe", ""))
            || fields.getOrDefault("scontext", "").contains(":waagent_t:");
    return onFiles || byAgent
        ? new AccessDenial(
            file,
            number,
            dated ? time(event) : null,
            permission.strip(),
            command,
            object,
            onFiles,
            refused(fields.get("permissive")),
            Excerpts.of(line))
        : null;
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      String value = matcher.group(2);
      boolean quoted = value.startsWith("\"") && value.length() > 1;
      fields.putIfAbsent(matcher.group(1), quoted ? value.substring(1, value.length() - 1) : value);
    }
    return fields;
  }

  /** All names of the records of one event. */
  private static String names(String records) {
    StringBuilder names = new StringBuilder();
    Matcher matcher = FIELD.matcher(records);
    while (matcher.find()) {
      if (matcher.group(1).equals("name")) {
        names.append(matcher.group(2)).append(' ');
      }
    }
    return names.toString();
  }

  private static boolean isOfAgent(String path) {
    return path.equals("waagent") || FILES.stream().anyMatch(path::contains);
  }

  private static @Nullable Boolean refused(@Nullable String permissive) {
    return permissive == null ? null : Boolean.valueOf(permissive.equals("0"));
  }

  private static @Nullable Instant time(Matcher event) {
    Instant time =
        Instant.ofEpochSecond(Long.parseLong(event.group(1)))
            .plusMillis(Long.parseLong(event.group(2)));
    return time.isBefore(Instant.parse("2010-01-01T00:00:00Z")) ? null : time;
  }
}
