package io.github.backupdiag.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one observation looks in a recording. */
final class RecordedFacts {

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
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Unavailable<>(
          UnavailableReason.FAILED, "the recorded value cannot be read: " + e.getMessage());
    }
  }

  private static <T> Observation<T> decodeKnown(FactKey<T> key, Map<String, Object> tree) {
    String state = text(tree, "state");
    return switch (state) {
      case "observed" ->
          new Observed<>(
              key.codec().decode(required(tree, "value")), text(tree, "source"), time(tree));
      case "absent" -> new Absent<>(text(tree, "source"));
      case "unavailable" ->
          new Unavailable<>(UnavailableReason.valueOf(text(tree, "reason")), text(tree, "detail"));
      default -> throw new IllegalArgumentException("unknown state '" + state + "'");
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
    return tree.get("at") instanceof String text ? Instant.parse(text) : null;
  }
}
