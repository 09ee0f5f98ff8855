package io.github.backupdiag.internal.event;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.parse.EventNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which events mean what: data with their sources, in {@code known-events.tsv}, which unlike JSON
 * costs a short run next to nothing. Immutable.
 */
public final class KnownEvents implements EventNames {

  private static final String FILE = "known-events.tsv";
  private static final int COLUMNS = 7;

  private final Map<String, List<EventMeaning>> byCause = new TreeMap<>();
  private final List<EventPattern> harmless = new ArrayList<>();
  private final Map<String, Set<Integer>> ids = new HashMap<>();

  private KnownEvents(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        String[] row = lines.get(i).split("\t", -1);
        if (row.length != COLUMNS) {
          throw new IllegalStateException(
              FILE + ":" + (i + 1) + ": has " + row.length + " columns, not " + COLUMNS);
        }
        add(row);
      }
    }
  }

  private void add(String[] row) {
    EventPattern pattern =
        new EventPattern(
            WindowsEvent.shortName(row[1]), numbers(row[2]), texts(row[3]), texts(row[4]));
    ids.computeIfAbsent(pattern.provider(), none -> new TreeSet<>()).addAll(pattern.ids());
    if (row[0].equals("harmless")) {
      harmless.add(pattern);
    } else if (!row[0].equals("named")) {
      String[] weight = row[0].split(" ", -1);
      EventMeaning meaning =
          new EventMeaning(
              pattern,
              EventMeaning.Weight.valueOf(weight[0].toUpperCase(Locale.ROOT)),
              weight.length > 1 ? Integer.parseInt(weight[1]) : 1,
              row[6]);
      for (String cause : row[5].split(",", -1)) {
        byCause.computeIfAbsent(cause, none -> new ArrayList<>()).add(meaning);
      }
    }
  }

  private static Set<Integer> numbers(String column) {
    Set<Integer> numbers = new TreeSet<>();
    for (String number : column.split(",", -1)) {
      numbers.add(Integer.parseInt(number));
    }
    return numbers;
  }

  private static List<String> texts(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\\|", -1));
  }

  /** Loaded at the first use. */
  private static final class Loaded {
    static final KnownEvents EVENTS = new KnownEvents(read());
  }

  /**
   * Gives the table.
   *
   * @return always the same
   */
  public static KnownEvents all() {
    return Loaded.EVENTS;
  }

  @Override
  public Set<String> providers() {
    return ids.keySet();
  }

  @Override
  public boolean knows(String provider, int id) {
    return ids.getOrDefault(WindowsEvent.shortName(provider), Set.of()).contains(id);
  }

  /**
   * Tells whether an event is known to mean nothing.
   *
   * @param event any event
   * @return true if a healthy guest writes it, too
   */
  public boolean isHarmless(WindowsEvent event) {
    return harmless.stream().anyMatch(pattern -> pattern.fits(event));
  }

  Map<String, List<EventMeaning>> byCause() {
    return byCause;
  }

  private static List<String> read() {
    try (InputStream in = KnownEvents.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
