package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.scan.LineBreaks;
import io.github.backupdiag.internal.scan.LineMatcher;
import io.github.backupdiag.internal.scan.Occurrences;
import io.github.backupdiag.internal.scan.Phrases;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines with known signatures in system logs: the kernel's, and what systemd says of the
 * agent's service. Immutable and thread-safe.
 */
public final class KernelLog {

  private static final Pattern ISO =
      Pattern.compile(
          "^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S{0,10}(?:Z|[+-]\\d\\d:?\\d\\d)) ");
  private static final Pattern TRADITIONAL =
      Pattern.compile("^([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) ");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String KERNEL = " kernel: ";
  private static final Pattern SYSTEMD = Pattern.compile(" systemd(\\[\\d{1,9}\\])?: ");

  /** Ends the name of a unit; a line of systemd counts for signatures that name the agent's. */
  private static final String AGENT_UNIT = "agent.service";

  /**
   * Drives without a medium, files and memory, which are in no backup, and requests that a disk may
   * refuse: healthy virtual machines complain of them.
   */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?:\\bdev(?:ice)? |[Ff][Ss] \\()(?:sr|fd|loop|ram|zram|nbd)\\d"
              + "|\\((?:DISCARD|WRITE_ZEROES|WRITE_SAME)\\)");

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);

  private final List<LogSignature> signatures;
  private final Phrases phrases;
  private final @Nullable ZoneId zone;
  private final @Nullable Instant latest;

  /**
   * Makes a reader.
   *
   * @param signatures what to find
   * @param zone zone of lines that carry none, or null if not known: such lines get no time then
   * @param latest a time (UTC) by which the logs had ended; gives the year of lines without one
   */
  public KernelLog(List<LogSignature> signatures, @Nullable ZoneId zone, @Nullable Instant latest) {
    this.signatures = List.copyOf(signatures);
    this.phrases =
        new Phrases(signatures.stream().map(each -> SignatureLog.phrase(each, false)).toList());
    this.zone = zone;
    this.latest = latest;
  }

  private KernelLog(KernelLog log, @Nullable ZoneId zone, @Nullable Instant latest) {
    this.signatures = log.signatures;
    this.phrases = log.phrases;
    this.zone = zone;
    this.latest = latest;
  }

  /**
   * Gives a reader for another machine, which shares what is costly to make.
   *
   * @param local zone of lines that carry none, or null if not known: such lines get no time then
   * @param end a time (UTC) by which the logs had ended; gives the year of lines without one
   * @return a reader of the same signatures
   */
  public KernelLog in(@Nullable ZoneId local, @Nullable Instant end) {
    return new KernelLog(this, local, end);
  }

  /**
   * Reads logs; a line that several of them hold counts once.
   *
   * @param files ends of system logs
   * @return what they say
   */
  public LogEvents read(List<FileContent> files) {
    List<LogEvent> events = new ArrayList<>();
    Set<String> known = new HashSet<>();
    boolean complete = true;
    for (FileContent file : files) {
      complete &= file.isComplete();
      for (LogEvent event : events(file)) {
        if (known.add(event.signature() + event.text())) {
          events.add(event);
        }
      }
    }
    int surplus = Math.max(0, events.size() - SignatureLog.MAX_EVENTS);
    return new LogEvents(
        events.subList(surplus, events.size()), newest(events), null, complete && surplus == 0);
  }

  private List<LogEvent> events(FileContent file) {
    List<LogEvent> events = new ArrayList<>();
    LineMatcher matcher = new LineMatcher(phrases);
    Occurrences found = new Occurrences();
    byte[] bytes = file.bytes();
    boolean whole = file.offset() == 0;
    int from = whole ? 0 : Math.min(bytes.length, LineBreaks.next(bytes, 0, bytes.length) + 1);
    phrases.scan(bytes, from, bytes.length, found);
    int first = 0;
    for (long number = 1; first < found.count(); number++) {
      int to = LineBreaks.next(bytes, from, bytes.length);
      int behind = first;
      while (behind < found.count() && found.start(behind) < to) {
        behind++;
      }
      if (first < behind) {
        List<LineMatcher.Match> matches = matcher.line(bytes, from, to, found, first, behind);
        add(events, matches, file.path(), whole ? number : 0);
      }
      first = behind;
      from = to + 1;
    }
    return events;
  }

  private void add(
      List<LogEvent> events, List<LineMatcher.Match> matches, String path, long number) {
    matches.stream()
        .sorted(Comparator.comparingInt(LineMatcher.Match::phrase))
        .filter(match -> counts(match))
        .forEach(
            match -> {
              LogSignature signature = signatures.get(match.phrase());
              String text = LineCut.of(match.text(), signature.literal());
              Instant time = time(match.text());
              events.add(new LogEvent(signature.id(), path, number, time, text, match.values()));
            });
  }

  /** The kernel's own lines count, and of systemd's those of the agent's service. */
  private boolean counts(LineMatcher.Match match) {
    String line = match.text();
    if (line.contains(KERNEL)) {
      return !NOISE.matcher(line).find();
    }
    return isOfAgentUnit(match.phrase()) && SYSTEMD.matcher(line).find();
  }

  private boolean isOfAgentUnit(int signature) {
    return signatures.get(signature).literal().contains(AGENT_UNIT);
  }

  private static @Nullable Instant newest(List<LogEvent> events) {
    Instant newest = null;
    for (LogEvent event : events) {
      Instant time = event.time();
      newest = time != null && (newest == null || time.isAfter(newest)) ? time : newest;
    }
    return newest;
  }

  private @Nullable Instant time(String line) {
    return ISO.matcher(line).find()
        ? SystemTime.of(line, null)
        : withoutYear(TRADITIONAL.matcher(line));
  }

  /** The last year in which the line does not lie after the end of the log. */
  private @Nullable Instant withoutYear(Matcher line) {
    if (zone == null || latest == null || !line.find() || !MONTHS.contains(line.group(1))) {
      return null;
    }
    Instant end = latest.plus(CLOCKS_DIFFER);
    int year = end.atOffset(ZoneOffset.UTC).getYear();
    Instant time = inYear(year, line, zone);
    return time == null || time.isAfter(end) ? inYear(year - 1, line, zone) : time;
  }

  private static @Nullable Instant inYear(int year, Matcher line, ZoneId zone) {
    try {
      return LocalDateTime.of(
              year,
              MONTHS.indexOf(line.group(1)) + 1,
              Integer.parseInt(line.group(2)),
              Integer.parseInt(line.group(3)),
              Integer.parseInt(line.group(4)),
              Integer.parseInt(line.group(5)))
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
