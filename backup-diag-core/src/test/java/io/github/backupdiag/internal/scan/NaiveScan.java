package io.github.backupdiag.internal.scan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scan finds, by the book: line by line, literal by literal, expression by expression. */
final class NaiveScan {

  private final List<Phrase> phrases;
  private final LineClock clock;
  private final int longest;

  NaiveScan(List<Phrase> phrases, LineClock clock, int longest) {
    this.phrases = phrases;
    this.clock = clock;
    this.longest = longest;
  }

  private record Place(int phrase, int start, int end) {}

  /** Takes a text in UTF-8 whose lines end with line feeds. */
  List<LineHit> scan(byte[] text) {
    List<LineHit> hits = new ArrayList<>();
    Instant time = null;
    int head = 0;
    long number = 1;
    int from = 0;
    while (from <= text.length) {
      int to = from;
      while (to < text.length && text[to] != '\n') {
        to++;
      }
      int start = from;
      while (start < to && text[start] == 0) {
        start++;
      }
      Instant own = clock.read(text, start, Math.min(to, start + longest));
      if (!LineClock.NONE.equals(own)) {
        time = own;
        head = start;
      }
      line(text, start, to, number, start - head <= longest ? time : null, hits);
      from = to + 1;
      number++;
    }
    return hits;
  }

  private void line(
      byte[] text, int from, int to, long number, @Nullable Instant time, List<LineHit> hits) {
    byte[] line = Arrays.copyOfRange(text, from, to);
    long offset = from;
    if (line.length <= longest
        && new String(line, StandardCharsets.ISO_8859_1).contains("\u001b")) {
      line = ColourCodes.removed(line, 0, line.length);
      offset = -1;
    }
    List<Place> confirmed = new ArrayList<>();
    Map<String, String>[] values = values(line, confirmed);
    Set<Integer> done = new HashSet<>();
    for (Place place : confirmed) {
      if (phrases.get(place.phrase()).competes()
          && confirmed.stream().anyMatch(o -> hides(o, place))) {
        continue;
      }
      if (done.add(place.phrase())) {
        hits.add(
            new LineHit(
                place.phrase(),
                number,
                offset < 0 ? -1 : offset + place.start(),
                time,
                window(line, place.start()),
                values[place.phrase()]));
      }
    }
  }

  private boolean hides(Place longer, Place place) {
    return phrases.get(longer.phrase()).competes()
        && longer.start() <= place.start()
        && place.end() <= longer.end()
        && longer.end() - longer.start() > place.end() - place.start();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Map<String, String>[] values(byte[] line, List<Place> confirmed) {
    List<Place> places = places(line);
    Map<String, String>[] values = new Map[phrases.size()];
    int[] again = new int[phrases.size()];
    for (Place place : places) {
      Phrase phrase = phrases.get(place.phrase());
      // A hidden one is not asked for its expression, so that it is asked at the next place.
      if (phrase.competes() && confirmed.stream().anyMatch(other -> hides(other, place))) {
        continue;
      }
      if (phrase.expression() == null) {
        values[place.phrase()] = Map.of();
      } else if (values[place.phrase()] == null && place.start() >= again[place.phrase()]) {
        values[place.phrase()] = phrase.expression().values(window(line, place.start()));
        again[place.phrase()] =
            line.length <= longest ? Integer.MAX_VALUE : place.start() + longest / 4;
      }
      if (values[place.phrase()] != null) {
        confirmed.add(place);
      }
    }
    return values;
  }

  private List<Place> places(byte[] line) {
    String letters = new String(line, StandardCharsets.ISO_8859_1);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      String literal =
          new String(
              phrases.get(i).literal().getBytes(StandardCharsets.UTF_8),
              StandardCharsets.ISO_8859_1);
      for (int at = letters.indexOf(literal); at >= 0; at = letters.indexOf(literal, at + 1)) {
        places.add(new Place(i, at, at + literal.length()));
      }
    }
    places.sort(
        Comparator.comparingInt(Place::start)
            .thenComparing(Comparator.comparingInt(Place::end).reversed())
            .thenComparing(Place::phrase));
    return places;
  }

  private String window(byte[] line, int at) {
    boolean whole = line.length <= longest;
    int from = whole ? 0 : Math.max(0, at - longest / 2);
    int to = whole ? line.length : Math.min(line.length, at + longest / 2);
    return new String(
        line,
        from,
        to - from - (to > from && line[to - 1] == '\r' ? 1 : 0),
        StandardCharsets.UTF_8);
  }
}
