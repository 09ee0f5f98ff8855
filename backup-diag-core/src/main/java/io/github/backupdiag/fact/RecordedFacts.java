package io.github.backupdiag.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one observation looks in a recording. */
final class RecordedFacts {

  private static final Set<String> STATES = Set.of("observed", "absent", "unavailable");
  private static final Set<String> REASONS =
      Arrays.stream(UnavailableReason.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Pattern TIME = Pattern.compile("[0-9T:.+-]{10,40}Z");

  private RecordedFacts() {}

  static <T> Observation<T> decode(FactKey<T> key, Map<String, Object> tree) {
    if (!"unavailable".equals(tree.get("state"))
        && tree.get("version") instanceof Long version
        && version > key.schemaVersion()) {
      return new Unavailable<>(
          UnavailableReason.FAILED, "recorded in version " + version + ", which is newer");
    }
    try {
      return decodeKnown(key, tree);
    } catch (RuntimeException e) {
      // Also what a third party's codec throws: a recording must not end a diagnosis.
      return new Unavailable<>(
          UnavailableReason.FAILED, "the recorded value cannot be read: " + e.getMessage());
    }
  }

  private static <T> Observation<T> decodeKnown(FactKey<T> key, Map<String, Object> tree) {
    String state = text(tree, "state");
    return switch (state) {
      case "observed" -> new Observed<>(value(key, tree), text(tree, "source"), time(tree));
      case "absent" -> new Absent<>(text(tree, "source"));
      case "unavailable" -> new Unavailable<>(reason(text(tree, "reason")), text(tree, "detail"));
      default -> throw new IllegalArgumentException("unknown state '" + state + "'");
    };
  }

  /** Tells whether a text is one of the words that this format itself puts into a field. */
  static boolean isOurs(String field, String text) {
    return switch (field) {
      case "state" -> STATES.contains(text);
      case "reason" -> REASONS.contains(text);
      default -> TIME.matcher(text).matches();
    };
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> encode(FactSet.Entry entry) {
    if (entry instanceof FactSet.Recorded recorded) {
      return recorded.tree();
    }
    FactSet.Typed typed = (FactSet.Typed) entry;
    Map<String, Object> tree = new LinkedHashMap<>();
    if (typed.observation() instanceof Observed<?> observed) {
      tree.put("state", "observed");
      tree.put("version", (long) typed.key().schemaVersion());
      tree.put("value", ((FactCodec<Object>) typed.key().codec()).encode(observed.value()));
      tree.put("source", observed.source());
      if (observed.at() != null) {
        tree.put("at", observed.at().toString());
      }
    } else if (typed.observation() instanceof Absent<?> absent) {
      tree.put("state", "absent");
      tree.put("source", absent.source());
    } else if (typed.observation() instanceof Unavailable<?> unavailable) {
      tree.put("state", "unavailable");
      tree.put("reason", unavailable.reason().name());
      tree.put("detail", unavailable.detail());
    }
    return tree;
  }

  private static <T> T value(FactKey<T> key, Map<String, Object> tree) {
    Object value = required(tree, "value");
    try {
      return key.codec().decode(Objects.requireNonNull(plain(value)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("value: " + e.getMessage(), e);
    }
  }

  /** Codecs know {@code Long} and {@code Double} only; other numbers are kept for writing back. */
  private static @Nullable Object plain(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((field, value) -> plain.put(field, plain(value)));
      return plain;
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    return tree instanceof Number number && !(tree instanceof Long) ? number.doubleValue() : tree;
  }

  private static UnavailableReason reason(String name) {
    if (REASONS.contains(name)) {
      return UnavailableReason.valueOf(name);
    }
    throw new IllegalArgumentException("unknown reason '" + name + "'");
  }

  private static Object required(Map<String, Object> tree, String field) {
    Object value = tree.get(field);
    if (value == null) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return value;
  }

  private static String text(Map<String, Object> tree, String field) {
    return tree.get(field) instanceof String text ? text : "";
  }

  private static @Nullable Instant time(Map<String, Object> tree) {
    if (!(tree.get("at") instanceof String text)) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("at: '" + text + "' is not a UTC time", e);
    }
  }
}
