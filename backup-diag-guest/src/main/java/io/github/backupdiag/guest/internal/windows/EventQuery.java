package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One query of {@code wevtutil.exe} for events that mean something. Windows takes only about twenty
 * conditions in a query, so that a log may need several.
 *
 * @param channel the log
 * @param providers who wrote them, one of these; empty for anybody
 * @param ids numbers, one of these; empty for any
 * @param not numbers that come in floods and mean nothing
 * @param sinceLastWeek whether older ones count, too
 */
record EventQuery(
    String channel,
    List<String> providers,
    List<Integer> ids,
    List<Integer> not,
    boolean sinceLastWeek) {

  /** How many events at the most, the newest first. */
  static final int MOST = 200;

  /** What wevtutil ends with where a log may not be read. */
  static final int NOT_PERMITTED = 5;

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration BEFORE = Duration.ofHours(2);
  private static final Duration AFTER = Duration.ofMinutes(15);
  private static final String APPLICATION = "Application";
  private static final String SYSTEM = "System";

  /** All that is asked. A test compares it with the events that the rules know. */
  static final List<EventQuery> ALL =
      List.of(
          of(
              APPLICATION,
              "VSS",
              "SQLWRITER",
              "SQLVDI",
              "Microsoft-Windows-CAPI2",
              "Microsoft-Windows-Complus",
              "Microsoft-Windows-EventSystem",
              "Microsoft-Windows-MSDTC",
              "MSDTC",
              "Microsoft-Windows-Backup"),
          of(
              APPLICATION,
              ".NET Runtime",
              "Application Error",
              "Application Hang",
              "ESENT",
              "MsiInstaller"),
          numbered(APPLICATION, 3041, 18210),
          of(
              SYSTEM,
              "volsnap",
              "Volsnap",
              "disk",
              "Disk",
              "Ntfs",
              "Microsoft-Windows-Ntfs",
              "storahci",
              "stornvme",
              "storvsc",
              "srv",
              "Microsoft-Windows-FilterManager",
              "Microsoft-Windows-FailoverClustering"),
          without(
              List.of(10009, 10016, 37, 35),
              SYSTEM,
              "Microsoft-Windows-DistributedCOM",
              "Microsoft-Windows-BitLocker-Driver",
              "Microsoft-Windows-Dhcp-Client",
              "Microsoft-Windows-Resource-Exhaustion-Detector",
              "Microsoft-Windows-Time-Service",
              "Schannel",
              "Tcpip"),
          new EventQuery(
              SYSTEM,
              List.of("Service Control Manager"),
              List.of(7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7032, 7034, 7038, 7040, 7041),
              List.of(),
              false),
          numbered("Microsoft-Windows-AppLocker/EXE and DLL", 8004),
          numbered("Microsoft-Windows-AppLocker/MSI and Script", 8007, 8029),
          numbered("Microsoft-Windows-CodeIntegrity/Operational", 3004, 3033, 3077),
          numbered("Microsoft-Windows-Windows Defender/Operational", 1116, 1117, 1121),
          numbered("Microsoft-Windows-Backup", 517, 521),
          sinceLastWeek(SYSTEM, 243, 244, 6005));

  private static EventQuery of(String channel, String... providers) {
    return without(List.of(), channel, providers);
  }

  private static EventQuery without(List<Integer> not, String channel, String... providers) {
    return new EventQuery(channel, List.of(providers), List.of(), not, false);
  }

  private static EventQuery numbered(String channel, Integer... ids) {
    return new EventQuery(channel, List.of(), List.of(ids), List.of(), false);
  }

  private static EventQuery sinceLastWeek(String channel, Integer... ids) {
    return new EventQuery(channel, List.of(), List.of(ids), List.of(), true);
  }

  /** Whether every guest has the log; others come with a feature. */
  boolean isOfEveryGuest() {
    return channel.equals(APPLICATION) || channel.equals(SYSTEM);
  }

  /** Whether an event is one of those that this query asks for. */
  boolean wants(WindowsEvent event) {
    return (providers.isEmpty() || providers.stream().anyMatch(event.provider()::equalsIgnoreCase))
        && (ids.isEmpty() || ids.contains(event.id()))
        && !not.contains(event.id());
  }

  /** The file of the log on a disk: a slash cannot stand in its name. */
  String file() {
    return "C:/Windows/System32/winevt/Logs/" + channel.replace("/", "%4") + ".evtx";
  }

  /** Whether a time lies where the failure is looked for. */
  static boolean isNear(Instant time, @Nullable Instant failedAt, Instant newest) {
    Instant from = failedAt == null ? newest.minus(DAY) : failedAt.minus(BEFORE);
    return !time.isBefore(from) && (failedAt == null || !time.isAfter(failedAt.plus(AFTER)));
  }

  /**
   * Makes the question.
   *
   * @param failedAt the time of the failure, or null for the last day
   */
  Question<CommandOutput> question(@Nullable Instant failedAt) {
    List<String> conditions = new ArrayList<>();
    add(conditions, "Provider[", "@Name='", providers, "'", "]");
    add(conditions, "(", "EventID=", ids, "", ")");
    not.forEach(id -> conditions.add("EventID!=" + id));
    conditions.add("TimeCreated[" + time(failedAt, sinceLastWeek) + "]");
    return new Question.Command(
        List.of(
            "wevtutil.exe",
            "qe",
            channel,
            "/q:*[System[" + String.join(" and ", conditions) + "]]",
            "/f:xml",
            "/rd:true",
            "/c:" + MOST,
            "/uni:true"),
        TIMEOUT);
  }

  private static void add(
      List<String> conditions, String open, String before, List<?> of, String behind, String end) {
    if (!of.isEmpty()) {
      conditions.add(
          of.stream()
              .map(one -> before + one + behind)
              .collect(Collectors.joining(" or ", open, end)));
    }
  }

  /** The condition on the time: around the failure, or the last day. */
  static String time(@Nullable Instant failedAt) {
    return time(failedAt, false);
  }

  private static String time(@Nullable Instant failedAt, boolean sinceLastWeek) {
    return failedAt == null
        ? "timediff(@SystemTime) <= " + (sinceLastWeek ? WEEK : DAY).toMillis()
        : Stream.of(
                "@SystemTime>='" + second(failedAt.minus(sinceLastWeek ? WEEK : BEFORE)) + "'",
                "@SystemTime<='" + second(failedAt.plus(AFTER)) + "'")
            .collect(Collectors.joining(" and "));
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The command as an access need names it: the query itself depends on the time. */
  String line() {
    return "wevtutil.exe qe " + channel + " /q:* /f:xml /rd:true /c:" + MOST + " /uni:true";
  }
}
