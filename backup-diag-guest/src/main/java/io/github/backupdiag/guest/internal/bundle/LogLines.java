package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Content;
import io.github.backupdiag.guest.internal.archive.Hole;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which log a single file is by the form of its lines (log-formats.md, sections 1 and 2). */
final class LogLines {

  private static final int HEAD = 64 << 10;
  private static final int MOST_LINES = 400;
  private static final String LINUX = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";
  private static final String DAY = "20\\d\\d[-/]\\d\\d[-/]\\d\\d";
  private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";

  /** Logs with a form of their own; the more special come first. */
  private enum Log {
    EXTENSION(
        DAY + " " + CLOCK + "(?:\\.\\d+)? (?:ERROR:)?\\[" + Pattern.quote(LINUX) + "-[^\\]]*\\].*",
        "var/log/azure/" + LINUX + "/extension.log",
        false),
    SHELL(
        "(?:[A-Z]\\w\\w [A-Z]\\w\\w [ \\d]\\d "
            + CLOCK
            + "(?: [AP]M)? UTC \\d{4}- "
            + "|\\["
            + DAY
            + " "
            + CLOCK
            + ":\\d{9}\\] ).*",
        "var/log/azure/" + LINUX + "/shell.log",
        false),
    AGENT(
        DAY + "[T ]" + CLOCK + "\\.\\d{3,9}Z? (?:VERBOSE|INFO|WARNING|ERROR) .*",
        "var/log/waagent.log",
        false),
    WINDOWS_AGENT(
        "\\[\\d{8}\\] \\[?[\\dT:. /Z-]{16,30}\\]? \\[(?:TRACE|INFO|WARN|ERROR|VERBOSE)\\].*",
        "WindowsAzure/Logs/WaAppAgent.log", true),
    WINDOWS_EXTENSION(
        DAY + "T" + CLOCK + "\\.\\d{7}Z \\[(?:Information|Warning|Error)\\]:.*",
        "WindowsAzure/Logs/Plugins/Microsoft.Azure.RecoveryServices.VMSnapshot/0.0.0.0/"
            + "IaaSBcdrExtension0.log",
        true),
    SYSTEM(
        "(?:[A-Z][a-z]{2} [ \\d]\\d "
            + CLOCK
            + "|"
            + DAY
            + "T"
            + CLOCK
            + "[.\\d]*(?:Z|[+-]\\d\\d:\\d\\d))"
            + " \\S+ [^ :]+: .*",
        "var/log/syslog",
        false);

    private final Pattern line;
    private final String path;
    private final boolean windows;

    Log(String line, String path, boolean windows) {
      this.line = Pattern.compile(line);
      this.path = path;
      this.windows = windows;
    }

    KnownFiles.Place place() {
      return new KnownFiles.Place(path, windows);
    }
  }

  private LogLines() {}

  /** Gives the place of the log that most of its first lines belong to, or null. */
  static KnownFiles.@Nullable Place of(Content content) throws IOException {
    Map<Log, Integer> votes = new EnumMap<>(Log.class);
    List<String> lines = text(head(content)).lines().limit(MOST_LINES).toList();
    for (String line : lines) {
      for (Log log : Log.values()) {
        if (log.line.matcher(line.length() > 400 ? line.substring(0, 400) : line).matches()) {
          votes.merge(log, 1, Integer::sum);
          break;
        }
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(vote -> vote.getKey().place())
        .orElse(null);
  }

  static byte[] head(Content content) throws IOException {
    Hole hole = content.hole();
    long from = hole != null && hole.from() == 0 ? hole.to() : 0;
    try (InputStream in = content.open(from)) {
      return in.readNBytes(HEAD);
    } catch (EOFException | NotReadException e) {
      return new byte[0];
    }
  }

  private static String text(byte[] head) {
    Charset charset = StandardCharsets.UTF_8;
    if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    } else if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = new String(head, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
