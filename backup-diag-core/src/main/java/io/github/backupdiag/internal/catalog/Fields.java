package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.internal.catalog.Problems.Place;
import io.github.backupdiag.internal.json.Json;
import io.github.backupdiag.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one entry, notes what is wrong with them, and knows which were asked for. */
final class Fields {

  private final Json entry;
  private final String file;
  private final Problems problems;

  /** Some of them twice; an entry has so few fields that a search is faster than a set. */
  private final List<String> asked = new ArrayList<>(16);

  Fields(Json entry, String file, Problems problems) {
    this.entry = entry;
    this.file = file;
    this.problems = problems;
    if (!isObject()) {
      problems.add(place(), "expected an object, found " + entry.kind());
    }
  }

  boolean isObject() {
    return entry.kind().equals("an object");
  }

  Place place() {
    return new Place(file, entry.line());
  }

  Place place(String field) {
    Json value = entry.fields().get(field);
    return value == null ? place() : new Place(file, value.line());
  }

  String text(String field) {
    Json value = ask(field);
    if (value == null || "".equals(value.value())) {
      problems.add(place(), "'" + field + "' is missing; give it a text");
      return "";
    }
    String text = optionalText(field);
    return text == null ? "" : text;
  }

  @Nullable String optionalText(String field) {
    Json value = ask(field);
    if (value == null || value.value() instanceof String) {
      return value == null ? null : (String) value.value();
    }
    problems.add(place(field), "'" + field + "' must be a text, not " + value.kind());
    return null;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (Json item : items(field)) {
      if (item.value() instanceof String text) {
        texts.add(text);
      } else {
        problems.add(
            new Place(file, item.line()), "'" + field + "' must hold texts, not " + item.kind());
      }
    }
    return List.copyOf(texts);
  }

  /** Numbers as texts, since they are compared with what stands in a text. */
  List<String> numbers(String field) {
    List<String> numbers = new ArrayList<>();
    for (Json item : items(field)) {
      if (item.value() instanceof Long) {
        numbers.add(String.valueOf(item.value()));
      } else {
        problems.add(
            new Place(file, item.line()),
            "'" + field + "' must hold whole numbers, not " + found(item));
      }
    }
    return List.copyOf(numbers);
  }

  List<Json> items(String field) {
    Json value = ask(field);
    if (value != null && !(value.value() instanceof List<?>)) {
      problems.add(place(field), "'" + field + "' must be an array, not " + value.kind());
    }
    return value == null ? List.of() : value.items();
  }

  /** The fields of an object below, or null if none is there; what else stands there is noted. */
  @Nullable Fields object(String field) {
    Json value = ask(field);
    if (value == null || value.value() instanceof Map<?, ?>) {
      return value == null ? null : new Fields(value, file, problems);
    }
    problems.add(place(field), "'" + field + "' must be an object, not " + value.kind());
    return null;
  }

  /** The same where the object must be there; otherwise a remedy is noted, too. */
  @Nullable Fields requiredObject(String field, String remedy) {
    if (ask(field) == null) {
      problems.add(place(), "'" + field + "' is missing; " + remedy);
    }
    return object(field);
  }

  /** The fields of the objects in an array. */
  List<Fields> objects(String field) {
    return items(field).stream()
        .map(item -> new Fields(item, file, problems))
        .filter(Fields::isObject)
        .toList();
  }

  boolean flag(String field) {
    Json value = ask(field);
    if (value != null && !(value.value() instanceof Boolean)) {
      problems.add(place(field), "'" + field + "' must be true or false, not " + value.kind());
    }
    return value != null && Boolean.TRUE.equals(value.value());
  }

  /** A flag that may carry an object which says more. */
  boolean mark(String field) {
    Json value = ask(field);
    return (value != null && value.value() instanceof Map<?, ?>) || flag(field);
  }

  /** Tells whether a mark is missing or only true or false, without more. */
  boolean isMarkedOnly(String field) {
    Json value = entry.fields().get(field);
    return value == null || !(value.value() instanceof Map<?, ?>);
  }

  int number(String field) {
    Json value = ask(field);
    if (value == null) {
      return 0;
    }
    if (value.value() instanceof Long number && isWhole(value)) {
      return number.intValue();
    }
    problems.add(place(field), "'" + field + "' must be a whole number, not " + found(value));
    return 0;
  }

  /** A number that must not be too small where it is given; 0 if it is not. */
  int number(String field, int least) {
    int number = number(field);
    Json given = ask(field);
    if (given != null && isWhole(given) && number < least) {
      problems.add(place(field), "'" + field + "' is " + number + "; give " + least + " or more");
    }
    return number;
  }

  private static boolean isWhole(Json value) {
    return value.value() instanceof Long number && number == number.intValue();
  }

  /** What stands there instead of a whole number: another number is named itself. */
  private static String found(Json value) {
    return value.value() instanceof Number number ? number.toString() : value.kind();
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    String name = text(field);
    return name.isEmpty() ? type.getEnumConstants()[0] : constant(name, field, type);
  }

  /** One of several words; a missing one is noted, too. */
  String word(String field, List<String> known) {
    String word = text(field);
    refuseUnknown(word, field, known);
    return word;
  }

  /** Texts each of which is one of several words. */
  List<String> words(String field, List<String> known) {
    List<String> words = texts(field);
    words.forEach(word -> refuseUnknown(word, field, known));
    return words;
  }

  private void refuseUnknown(String word, String field, List<String> known) {
    if (!word.isEmpty() && !known.contains(word)) {
      problems.add(
          place(field),
          "'" + field + "' is '" + word + "'; expected one of " + String.join(", ", known));
    }
  }

  Set<Os> systems(String field) {
    Json value = ask(field);
    List<String> names =
        value != null && value.value() instanceof String one ? List.of(one) : texts(field);
    EnumSet<Os> systems = EnumSet.noneOf(Os.class);
    names.forEach(name -> systems.add(constant(name, field, Os.class)));
    if (systems.isEmpty()) {
      problems.add(place(field), "'" + field + "' must name linux, windows or both");
      return Set.of(Os.values());
    }
    return Collections.unmodifiableSet(systems);
  }

  Set<Os> systemsOrAny(String field) {
    Json value = ask(field);
    return value != null && "any".equals(value.value()) ? Set.of(Os.values()) : systems(field);
  }

  /** Notes fields that nobody asked for: a misspelled field must not be lost in silence. */
  void refuseOthers() {
    for (String field : entry.fields().keySet()) {
      if (!asked.contains(field)) {
        problems.add(
            place(field), "field '" + field + "' is not known" + Nearest.suggestion(field, asked));
      }
    }
  }

  private @Nullable Json ask(String field) {
    asked.add(field);
    Json value = entry.fields().get(field);
    return value == null || value.value() == null ? null : value;
  }

  private <E extends Enum<E>> E constant(String name, String field, Class<E> type) {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String tag = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (tag.equals(name)) {
        return constant;
      }
      known.add(tag);
    }
    refuseUnknown(name, field, known);
    return type.getEnumConstants()[0];
  }
}
