package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.SignatureLog;
import io.github.backupdiag.report.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Logs of one night, made of lines as the programs write them, and read as the probes do. */
final class NightLogs {

  static final Catalog CATALOG = LoadedCatalog.with(List.of());
  static final String TASK = "2f6a90c4-5b1e-4a0d-9f37-c0ffee000059";
  static final Instant FAILED = Instant.parse("2026-03-14T02:40:00Z");

  private static final String NAME = "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]";
  private static final String HANDLER =
      "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0]";

  private final FactSet.Builder facts = FactSet.builder();

  private NightLogs() {}

  static NightLogs failedAt(Instant at) {
    NightLogs night = new NightLogs();
    night.facts.observed(BackupFacts.FAILED_AT, at, "request");
    return night.window(at.minus(Duration.ofHours(2)), at.plus(Duration.ofMinutes(15)));
  }

  /** Nobody says when it failed; the window is that of the newest run. */
  static NightLogs newestRun(String start, String end) {
    return new NightLogs().window(Instant.parse(start), Instant.parse(end));
  }

  static NightLogs withoutTimes() {
    return new NightLogs();
  }

  private NightLogs window(Instant from, Instant to) {
    facts.observed(
        BackupFacts.WINDOW, new JobWindow(from, to, JobWindow.Basis.FAILED_AT), "derived");
    return this;
  }

  NightLogs extension(List<String> lines) {
    return log("vmsnapshot-extension", "/var/log/azure/x/extension.log", lines);
  }

  NightLogs agent(List<String> lines) {
    return log("waagent", "/var/log/waagent.log", lines);
  }

  NightLogs log(String log, String path, List<String> lines) {
    return put(log, read(log, FileContent.of(path, String.join("\n", lines) + "\n")));
  }

  NightLogs put(String log, LogEvents events) {
    facts.observed(GuestFacts.logEvents(log), events, "/var/log/" + log, events.newest());
    return this;
  }

  FactSet.Builder facts() {
    return facts;
  }

  Timeline timeline() {
    return LifeCycle.of(facts.build(), CATALOG);
  }

  static LogEvents read(String log, FileContent... parts) {
    List<LogSignature> own =
        CATALOG.signatures().stream().filter(each -> each.log().equals(log)).toList();
    return new SignatureLog(own, style(log), start(log)).read(List.of(parts));
  }

  private static LogTime.Style style(String log) {
    return switch (log) {
      case "waagent" -> LogTime.Style.AGENT;
      case "vmsnapshot-extension" -> LogTime.Style.EXTENSION;
      case "vmsnapshot-shell" -> LogTime.Style.SHELL;
      default -> LogTime.Style.WINDOWS;
    };
  }

  private static RunStart start(String log) {
    return switch (log) {
      case "waagent" -> RunStart.AGENT;
      case "vmsnapshot-extension" -> RunStart.EXTENSION;
      case "waagentwindows" -> RunStart.WINDOWS_AGENT;
      case "vmsnapshot-windows" -> RunStart.WINDOWS_EXTENSION;
      default -> RunStart.NONE;
    };
  }

  /** A line of the extension under Python 3. */
  static String line(String time, String message) {
    return time + " " + NAME + message;
  }

  /** What the agent writes of one run; other handlers' lines among it. */
  static List<String> agentRun(String day, int incarnation) {
    String time = day + "T02:15:";
    String gs = "[incarnation_" + incarnation + "]";
    return List.of(
        time
            + "08.100000Z INFO ExtHandler ExtHandler Fetched a new incarnation for the WireServer"
            + " goal state [incarnation "
            + incarnation
            + "]",
        time + "08.200000Z INFO ExtHandler ExtHandler ProcessExtensionsGoalState started " + gs,
        time
            + "08.300000Z INFO ExtHandler [Contoso.Monitor-1.2.3] Target handler state: enabled "
            + gs,
        time + "08.400000Z INFO ExtHandler " + HANDLER + " Target handler state: enabled " + gs,
        time + "08.500000Z INFO ExtHandler " + HANDLER + " Update settings file: 59.settings",
        time
            + "09.100000Z INFO ExtHandler "
            + HANDLER
            + " Enable extension: [main/handle.sh enable]",
        time + "12.600000Z INFO ExtHandler " + HANDLER + " Command: main/handle.sh enable",
        "[stdout]",
        "",
        time + "12.700000Z INFO ExtHandler ExtHandler ProcessExtensionsGoalState completed " + gs);
  }

  /** A sign of life of the agent, which shows that its log goes on. */
  static String heartbeat(String time) {
    return time
        + " INFO ExtHandler ExtHandler Event: name=WALinuxAgent, op=HostPlugin,"
        + " message=[PERIODIC] [Errno 111] Connection refused";
  }

  /** A run of the extension up to the call of the freeze helper. */
  static List<String> toTheFreeze(String day, String task) {
    String time = day + " 02:15:";
    return new ArrayList<>(
        List.of(
            line(time + "11.480362", "starting enable"),
            line(time + "11.500000", "Successfully decrypted protected settings using CMS command"),
            line(time + "11.600000", "Config decoded correctly."),
            line(time + "11.902771", "taskId: " + task),
            line(time + "12.100000", "Enable,success,4,Transitioning state in extension,False"),
            line(time + "12.300000", "blob written succesfully"),
            line(time + "12.600000", "starting daemon initially"),
            line(time + "13", "getting the mount-points info using mount command"),
            line(time + "15.000000", "Calling do snapshot method"),
            line(time + "15.100000", "start calling the presnapshot rest api"),
            line(time + "16.100000", "PreSnapshot: Status Code: 200"),
            line(time + "17.200000", "T:S freeze, timeout value 60"),
            line(
                time + "17.300000",
                "arg : ['/var/lib/waagent/x/main/safefreeze/bin/safefreeze', '60', '/data', '/']"),
            line(time + "17.400000", "proceeded for accepting signals")));
  }

  /** What follows: the buffered block, then the helper's own lines in the local time of Paris. */
  static List<String> theFreeze(String day) {
    String block = day.replace('-', '/') + " 02:15:";
    String late = day + " 02:15:26.";
    return List.of(
        line(late + "000000", "================== Logs during Freeze Start =============="),
        block + "17.529104  Info  Aquiring lock succeeded ",
        block + "17.629104  Info  ****** 1. Starting Freeze Binary ",
        block + "19.129104  Info  ****** 4. Freeze Completed (Signal=1 received) ",
        block + "19.329104  Info  ****** 5. Snaphotting (Host) Started ",
        block + "23.929104  Info  ****** 6. Snaphotting (Host) Completed ",
        block + "24.029104  Info  ****** 7. Sending Thaw Signal to Binary ",
        line(late + "100000", "================== Logs during Freeze End =============="),
        line(late + "200000", "============== Binary output traces start ================="),
        line(late + "300000", day + " 03:15:18 ****** 2. Binary Freeze Started"),
        line(late + "300000", day + " 03:15:19 ****** 3. Binary Freeze Completed"),
        line(late + "300000", day + " 03:15:24 ****** 8. Binary Thaw Signal Received"),
        line(late + "400000", "============== Binary output traces end ================="),
        line(late + "500000", "****** 9. Binary Process completed (Signal=2 received)"),
        line(late + "600000", "T:S thaw result "));
  }

  static List<String> result(String day, String code) {
    return List.of(
        line(day + " 02:15:27.000000", "Enable,success," + code + ",,False"),
        line(day + " 02:15:27.200000", "blob written succesfully"));
  }

  static List<String> run(String day, String task, String code) {
    return joined(toTheFreeze(day, task), theFreeze(day), result(day, code));
  }

  @SafeVarargs
  static List<String> joined(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
