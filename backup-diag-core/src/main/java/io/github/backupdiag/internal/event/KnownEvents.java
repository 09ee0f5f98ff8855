package io.github.backupdiag.internal.event;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.json.Json;
import io.github.backupdiag.internal.parse.EventNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which events mean what: data with their sources, in {@code known-events.json}. Immutable. */
public final class KnownEvents implements EventNames {

  private static final String FILE = "known-events.json";

  private final Map<String, List<EventMeaning>> byCause = new TreeMap<>();
  private final List<EventPattern> harmless = new ArrayList<>();
  private final Map<String, Set<Integer>> ids = new HashMap<>();

  private KnownEvents(Map<String, Json> all) {
    items(all, "harmless").forEach(item -> harmless.add(pattern(item)));
    items(all, "named").forEach(this::pattern);
    for (Json item : items(all, "meanings")) {
      EventPattern pattern = pattern(item);
      Json check = item.fields().get("check");
      for (EventMeaning.Weight weight : EventMeaning.Weight.values()) {
        for (String cause : texts(item, weight.field())) {
          byCause
              .computeIfAbsent(cause, none -> new ArrayList<>())
              .add(
                  new EventMeaning(
                      pattern, weight, check == null ? "" : String.valueOf(check.value())));
        }
      }
    }
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

  private EventPattern pattern(Json item) {
    String provider = WindowsEvent.shortName(texts(item, "provider").get(0));
    Set<Integer> numbers = new TreeSet<>();
    items(item.fields(), "ids").forEach(id -> numbers.add(((Number) value(id)).intValue()));
    ids.computeIfAbsent(provider, none -> new TreeSet<>()).addAll(numbers);
    return new EventPattern(provider, numbers, texts(item, "holdsOneOf"), texts(item, "alsoOneOf"));
  }

  private static List<String> texts(Json item, String field) {
    Json found = item.fields().get(field);
    if (found == null) {
      return List.of();
    }
    return found.items().isEmpty()
        ? List.of(String.valueOf(found.value()))
        : found.items().stream().map(one -> String.valueOf(one.value())).toList();
  }

  private static List<Json> items(Map<String, Json> fields, String name) {
    Json list = fields.get(name);
    if (list == null) {
      throw new IllegalStateException(FILE + " lacks '" + name + "'");
    }
    return list.items();
  }

  private static Object value(Json json) {
    Object value = json.value();
    if (value == null) {
      throw new IllegalStateException(FILE + ":" + json.line() + ": null");
    }
    return value;
  }

  private static Map<String, Json> read() {
    try (InputStream in = KnownEvents.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return Json.read(in, FILE).fields();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
