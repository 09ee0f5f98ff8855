package io.github.backupdiag.guest.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.guest.internal.scan.LiteralScanner;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a log that hold known signatures. Immutable and thread-safe. */
public final class SignatureLog {

  /** How many events are kept of one log; the newest ones. */
  public static final int MAX_EVENTS = 2000;

  private static final int MAX_TEXT = 500;

  private final List<LogSignature> signatures;
  private final List<byte[]> literals;
  private final LiteralScanner scanner;
  private final LogTime.Style style;
  private final RunStart start;

  /**
   * Makes a reader.
   *
   * @param signatures what to find
   * @param style which program wrote the log
   * @param start how its runs begin
   */
  public SignatureLog(List<LogSignature> signatures, LogTime.Style style, RunStart start) {
    this.signatures = List.copyOf(signatures);
    this.style = style;
    this.start = start;
    this.literals =
        Stream.of(
                signatures.stream().map(LogSignature::literal),
                Stream.of(start.literal()),
                start.confirmedBy().stream())
            .flatMap(some -> some)
            .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
            .toList();
    this.scanner = LiteralScanner.of(literals);
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
    return new LogEvents(
        List.copyOf(reading.events), reading.newest, reading.run.found(), reading.complete);
  }

  /** One pass over the parts of a log. */
  private final class Reading {

    final Deque<LogEvent> events = new ArrayDeque<>();
    final NewestRun run = new NewestRun(start);
    final List<Span> hits = new ArrayList<>();
    boolean complete = true;
    @Nullable Instant newest;
    @Nullable Instant time;

    void read(FileContent file) {
      byte[] bytes = file.bytes();
      boolean whole = file.offset() == 0;
      complete &= file.isComplete();
      time = null;
      int from = whole ? 0 : lineEnd(bytes, 0) + 1;
      for (long number = 1; from < bytes.length; number++) {
        int to = lineEnd(bytes, from);
        line(file.path(), whole ? number : 0, bytes, from, to);
        from = to + 1;
      }
    }

    private void line(String path, long number, byte[] bytes, int from, int to) {
      time = LogTime.of(bytes, from, to, style, time);
      if (time != null && (newest == null || time.isAfter(newest))) {
        newest = time;
      }
      hits.clear();
      scanner.scan(bytes, from, to, (literal, end) -> hits.add(span(literal, end)));
      if (!hits.isEmpty()) {
        String text = text(bytes, from, to);
        longestOf(hits).forEach(literal -> take(literal, path, number, text));
      }
    }

    private void take(int literal, String path, long number, String text) {
      if (literal < signatures.size()) {
        LogSignature signature = signatures.get(literal);
        add(new LogEvent(signature.id(), path, number, time, text));
        if (signature.severity().equals("error")) {
          run.failed();
        }
      } else if (literal == signatures.size()) {
        run.begins(time, text);
      } else {
        run.confirmed(time);
      }
    }

    private void add(LogEvent event) {
      events.add(event);
      if (events.size() > MAX_EVENTS) {
        events.remove();
        complete = false;
      }
    }
  }

  /** Where a literal stands. */
  private record Span(int literal, int from, int to) {

    boolean isInside(Span other) {
      return other.from <= from && to <= other.to && other.to - other.from > to - from;
    }
  }

  private Span span(int literal, int end) {
    return new Span(literal, end - literals.get(literal).length, end);
  }

  /** Literals overlap on purpose: one that is a part of another found one does not count. */
  private static List<Integer> longestOf(List<Span> hits) {
    return hits.stream()
        .filter(hit -> hits.stream().noneMatch(hit::isInside))
        .map(Span::literal)
        .distinct()
        .toList();
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String text(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, 4 * MAX_TEXT);
    String text = new String(bytes, from, length, StandardCharsets.UTF_8).strip();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
