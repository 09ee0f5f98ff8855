package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which log a line comes from, told by its head (log-formats.md, section 1). */
@SuppressWarnings("ImmutableEnumChecker") // RunStart is a record of texts.
enum LineKind {
  /** The agent's log: time, then one of its levels. */
  AGENT(
      "waagent",
      LogTime.Style.AGENT,
      RunStart.AGENT,
      Pattern.compile(
          "^\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\.?\\d{0,9}Z? {1,2}"
              + "(?:VERBOSE|INFO|WARNING|ERROR) ")),

  /** The extension's log: time and its name in brackets, or a level between two blanks each. */
  EXTENSION(
      "vmsnapshot-extension",
      LogTime.Style.EXTENSION,
      RunStart.EXTENSION,
      Pattern.compile(
          "^\\d{4}[-/]\\d\\d[-/]\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})? {1,2}"
              + "(?:(?:ERROR:)?\\[Microsoft\\.Azure\\.RecoveryServices\\.VMSnapshotLinux-"
              + "|(?:Info|Warning|Error|Verbose) {2})")),

  /** The kernel's lines of a system log that carry year and zone. */
  KERNEL(
      "kernel",
      LogTime.Style.SYSTEM,
      RunStart.NONE,
      Pattern.compile(
          "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.,\\d]{0,10}"
              + "(?:Z|[+-]\\d\\d:?\\d\\d) \\S{1,64} kernel: ")),

  /** The log of the start script: output of {@code date}, a dash, the message. */
  SHELL(
      "vmsnapshot-shell",
      LogTime.Style.SHELL,
      RunStart.NONE,
      Pattern.compile(
          "^\\S{2,9},? \\S{1,9} +\\S{1,9} (?:20\\d\\d )?\\d\\d:\\d\\d:\\d\\d(?: \\S{1,9}){0,2}"
              + "(?: 20\\d\\d)?- "));

  /** What a head may take; a line is read no further to tell its log. */
  private static final int HEAD = 160;

  private final String log;
  private final LogTime.Style style;
  private final RunStart start;
  private final Pattern head;

  LineKind(String log, LogTime.Style style, RunStart start, Pattern head) {
    this.log = log;
    this.style = style;
    this.start = start;
    this.head = head;
  }

  /** Name of the log as signatures write it. */
  String log() {
    return log;
  }

  /** True for a log that only a VM of Azure has. */
  boolean isOfAzure() {
    return this != KERNEL;
  }

  LogTime.Style style() {
    return style;
  }

  RunStart start() {
    return start;
  }

  /** Gives the log that a line is the beginning of a record of, or null. */
  static @Nullable LineKind of(String line) {
    String beginning = line.length() > HEAD ? line.substring(0, HEAD) : line;
    for (LineKind kind : values()) {
      if (kind.head.matcher(beginning).find()) {
        return kind;
      }
    }
    return null;
  }
}
