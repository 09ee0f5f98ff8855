package io.github.backupdiag.internal.intake;

import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.parse.ErrorNumbers;
import io.github.backupdiag.internal.parse.LogTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The known error numbers of a text: those inside its events, then those of other lines. */
final class SeenNumbers {

  private static final int MOST_OF_EACH = 3;
  private static final int MAX_TEXT = 500;

  private final ErrorNumbers numbers;
  private final String source;
  private final List<SeenNumber> found = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> inWords = new HashSet<>();

  private SeenNumbers(ErrorNumbers numbers, String source) {
    this.numbers = numbers;
    this.source = source;
  }

  static List<SeenNumber> in(
      String text, ErrorNumbers numbers, List<WindowsEvent> events, String source) {
    SeenNumbers all = new SeenNumbers(numbers, source);
    events.forEach(all::inEvent);
    if (!numbers.find(text).isEmpty()) {
      all.inLines(text);
    }
    return List.copyOf(all.found);
  }

  private void inEvent(WindowsEvent event) {
    String name = WindowsEvent.shortName(event.provider()) + " " + event.id();
    for (String value : event.data()) {
      for (ErrorNumbers.Hit hit : numbers.find(value)) {
        add(hit, name, event.time(), event.line(), value);
        if (event.time() == null) {
          inWords.add(hit.error().id());
        }
      }
    }
  }

  private void inLines(String text) {
    Instant time = null;
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      byte[] bytes = line.strip().getBytes(StandardCharsets.UTF_8);
      time = LogTime.of(bytes, 0, bytes.length, LogTime.Style.WINDOWS, time);
      for (ErrorNumbers.Hit hit : numbers.find(line)) {
        if (!isRead(hit, time)) {
          add(hit, "", time, number, line);
        }
      }
    }
  }

  /** Words without a time that tell of an event were read with it already. */
  private boolean isRead(ErrorNumbers.Hit hit, @Nullable Instant time) {
    return time == null && inWords.contains(hit.error().id());
  }

  private void add(
      ErrorNumbers.Hit hit, String event, @Nullable Instant time, long line, String text) {
    String id = hit.error().id();
    if (counts.merge(id + " " + event, 1, Integer::sum) <= MOST_OF_EACH) {
      String bare = text.strip();
      String cut = bare.length() <= MAX_TEXT ? bare : bare.substring(0, MAX_TEXT);
      found.add(new SeenNumber(id, hit.written(), event, time, source, line, cut));
    }
  }
}
