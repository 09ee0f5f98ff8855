package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.scan.Expression;
import io.github.backupdiag.internal.scan.LineBreaks;
import io.github.backupdiag.internal.scan.LineMatcher;
import io.github.backupdiag.internal.scan.Occurrences;
import io.github.backupdiag.internal.scan.Phrase;
import io.github.backupdiag.internal.scan.Phrases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a log that hold known signatures. Immutable and thread-safe. */
public final class SignatureLog {

  /** How many events are kept of one log; the newest ones. */
  public static final int MAX_EVENTS = 2000;

  /** Steps of good runs fill a log; they must not push out what went wrong. */
  private static final int MAX_MILESTONES = 2000;

  /** The agent cuts the output of a command at about 3,200 characters. */
  private static final int MAX_RECORD = 8192;

  private final List<LogSignature> signatures;
  private final List<String> milestones;
  private final Phrases phrases;
  private final LogTime.Style style;
  private final RunStart start;
  private final @Nullable GuestOs os;

  /**
   * Makes a reader for a guest whose distribution is not known.
   *
   * @param signatures what to find, and what is noise
   * @param style which program wrote the log
   * @param start how its runs begin
   */
  public SignatureLog(List<LogSignature> signatures, LogTime.Style style, RunStart start) {
    this.signatures = List.copyOf(signatures);
    this.milestones = KnownNoise.milestones(signatures);
    this.phrases = new Phrases(phrases(signatures, milestones, start));
    this.style = style;
    this.start = start;
    this.os = null;
  }

  /**
   * Makes a reader.
   *
   * @param signatures what to find, and what is noise
   * @param style which program wrote the log
   * @param start how its runs begin
   * @param os the guest, since some noise is that of a distribution, or null
   */
  public SignatureLog(
      List<LogSignature> signatures, LogTime.Style style, RunStart start, @Nullable GuestOs os) {
    this(new SignatureLog(signatures, style, start), os);
  }

  private SignatureLog(SignatureLog log, @Nullable GuestOs os) {
    this.signatures = log.signatures;
    this.milestones = log.milestones;
    this.phrases = log.phrases;
    this.style = log.style;
    this.start = log.start;
    this.os = os;
  }

  /**
   * Gives a reader for a guest, which shares what is costly to make.
   *
   * @param guest the guest, since some noise is that of a distribution, or null if not known
   * @return a reader of the same log
   */
  public SignatureLog of(@Nullable GuestOs guest) {
    return new SignatureLog(this, guest);
  }

  /** Noise hides others by its conditions, not by its length. */
  private static List<Phrase> phrases(
      List<LogSignature> signatures, List<String> milestones, RunStart start) {
    List<Phrase> phrases = new ArrayList<>();
    for (LogSignature signature : signatures) {
      phrases.add(phrase(signature, signature.noise() == null));
    }
    milestones.forEach(text -> phrases.add(new Phrase(text, null, false)));
    if (!start.equals(RunStart.NONE)) {
      phrases.add(new Phrase(start.literal(), null, false));
      start.confirmedBy().forEach(text -> phrases.add(new Phrase(text, null, false)));
    }
    return phrases;
  }

  static Phrase phrase(LogSignature signature, boolean competes) {
    String regex = signature.regex();
    return new Phrase(signature.literal(), regex == null ? null : new Expression(regex), competes);
  }

  /**
   * Reads a log and its older parts.
   *
   * @param files the parts, oldest first
   * @return what they say
   */
  public LogEvents read(List<FileContent> files) {
    Reading reading = new Reading();
    files.forEach(reading::read);
    return new LogEvents(reading.events(), reading.newest, reading.run.found(), reading.complete);
  }

  /** A line of a record and what was found in it. */
  private record Line(int from, int to, long number, List<LineMatcher.Match> matches) {}

  /** A line with a signature, unless it turns out to be noise. */
  private record Kept(long order, LogEvent event, List<KnownNoise.Candidate> perhapsNoise) {}

  /** One pass over the parts of a log. */
  private final class Reading {

    final Deque<Kept> kept = new ArrayDeque<>();
    final Deque<Kept> milestonesKept = new ArrayDeque<>();
    final NewestRun run = new NewestRun(start);
    final KnownNoise noise = new KnownNoise(os);
    final LineMatcher matcher = new LineMatcher(phrases);
    final Occurrences found = new Occurrences();
    int next;
    final List<Line> record = new ArrayList<>();
    int recordFrom;
    long order;
    boolean complete = true;
    @Nullable Instant newest;
    @Nullable Instant time;

    List<LogEvent> events() {
      return Stream.concat(kept.stream(), milestonesKept.stream())
          .sorted(Comparator.comparingLong(Kept::order))
          .filter(each -> each.perhapsNoise().stream().noneMatch(noise::isNoise))
          .map(Kept::event)
          .toList();
    }

    void read(FileContent file) {
      byte[] bytes = file.bytes();
      boolean whole = file.offset() == 0;
      complete &= file.isComplete();
      time = null;
      int from = whole ? 0 : Math.min(bytes.length, LineBreaks.next(bytes, 0, bytes.length) + 1);
      recordFrom = from;
      phrases.scan(bytes, from, bytes.length, found);
      next = 0;
      for (long number = 1; from < bytes.length; number++) {
        int to = LineBreaks.next(bytes, from, bytes.length);
        if (LogTime.isRecord(bytes, from, to)) {
          endRecord(file.path(), bytes, from);
        }
        line(whole ? number : 0, bytes, from, to);
        from = to + 1;
      }
      endRecord(file.path(), bytes, bytes.length);
    }

    private void line(long number, byte[] bytes, int from, int to) {
      time = LogTime.of(bytes, from, to, style, time);
      if (time != null && (newest == null || time.isAfter(newest))) {
        newest = time;
      }
      int first = next;
      while (next < found.count() && found.start(next) < to) {
        next++;
      }
      if (first < next) {
        List<LineMatcher.Match> matches = matcher.line(bytes, from, to, found, first, next);
        if (!matches.isEmpty()) {
          record.add(new Line(from, to, number, List.copyOf(matches)));
        }
      }
    }

    /** Noise is a matter of the record, so what was found in it waits for its end. */
    private void endRecord(String path, byte[] bytes, int end) {
      if (!record.isEmpty()) {
        List<KnownNoise.Candidate> inRecord = new ArrayList<>();
        List<List<KnownNoise.Candidate>> inLines = new ArrayList<>();
        for (Line line : record) {
          List<KnownNoise.Candidate> inLine = new ArrayList<>();
          noiseIn(line, bytes, end, inLine, inRecord);
          inLines.add(inLine);
        }
        for (int i = 0; i < record.size(); i++) {
          inLines.get(i).addAll(inRecord);
          take(record.get(i), path, inLines.get(i));
        }
        record.clear();
      }
      recordFrom = end;
    }

    private void noiseIn(
        Line line,
        byte[] bytes,
        int end,
        List<KnownNoise.Candidate> inLine,
        List<KnownNoise.Candidate> inRecord) {
      for (LineMatcher.Match match : line.matches()) {
        int phrase = match.phrase();
        NoiseCondition condition =
            phrase < signatures.size() ? signatures.get(phrase).noise() : null;
        if (condition != null) {
          KnownNoise.Candidate candidate =
              noise.candidate(
                  signatures.get(phrase),
                  text(bytes, line.from(), line.to(), MAX_RECORD),
                  text(bytes, recordFrom, end, MAX_RECORD),
                  time);
          if (candidate != null) {
            (condition.wholeRecord() ? inRecord : inLine).add(candidate);
          }
        }
      }
    }

    private void take(Line line, String path, List<KnownNoise.Candidate> perhapsNoise) {
      boolean surelyNoise = perhapsNoise.stream().anyMatch(each -> !needsTheRest(each.signature()));
      for (LineMatcher.Match match : line.matches()) {
        int milestone = match.phrase() - signatures.size();
        if (milestone < 0) {
          take(match, surelyNoise, perhapsNoise, path, line.number());
        } else if (milestone < milestones.size()) {
          noise.saw(milestones.get(milestone), time);
        } else if (milestone == milestones.size()) {
          run.begins(time, LineCut.of(match.text(), start.literal()));
        } else {
          run.confirmed(time);
        }
      }
    }

    /** A line that proves is never noise: whoever wrote the noise list did not know it. */
    private void take(
        LineMatcher.Match match,
        boolean surelyNoise,
        List<KnownNoise.Candidate> perhapsNoise,
        String path,
        long number) {
      LogSignature signature = signatures.get(match.phrase());
      if (signature.noise() != null || (surelyNoise && !signature.proves())) {
        return;
      }
      add(
          signature.milestone() > 0 ? milestonesKept : kept,
          signature.milestone() > 0 ? MAX_MILESTONES : MAX_EVENTS,
          new Kept(
              order++,
              new LogEvent(
                  signature.id(),
                  path,
                  number,
                  time,
                  LineCut.of(match.text(), signature.literal()),
                  match.values()),
              signature.proves() ? List.of() : List.copyOf(perhapsNoise)));
      if (signature.severity().equals("error") && perhapsNoise.isEmpty()) {
        run.failed();
      }
    }

    private void add(Deque<Kept> to, int most, Kept event) {
      to.add(event);
      if (to.size() > most) {
        to.remove();
        complete = false;
      }
    }
  }

  private static boolean needsTheRest(LogSignature signature) {
    NoiseCondition condition = signature.noise();
    return condition != null && condition.needsTheRest();
  }

  private static String text(byte[] bytes, int from, int to, int most) {
    int length = Math.min(to - from, 4 * most);
    String text = new String(bytes, from, length, StandardCharsets.UTF_8).strip();
    return text.length() <= most ? text : text.substring(0, most);
  }
}
