package io.github.backupdiag.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes every text of an observation; one in which nothing changes is kept as it is. */
final class TextChange {

  /** A longer text is no name of another one. */
  private static final int LONGEST_NAME = 80;

  private final BinaryOperator<String> change;
  private final boolean numbersToo;

  TextChange(BinaryOperator<String> change, boolean numbersToo) {
    this.change = change;
    this.numbersToo = numbersToo;
  }

  FactSet.Entry apply(String id, FactSet.Entry entry) {
    if (entry instanceof FactSet.Recorded recorded) {
      return new FactSet.Recorded(recordedFields(id, recorded.tree()));
    }
    FactSet.Typed typed = (FactSet.Typed) entry;
    return new FactSet.Typed(typed.key(), apply(typed.key(), typed.observation()));
  }

  @SuppressWarnings("unchecked")
  private Observation<?> apply(FactKey<?> key, Observation<?> observation) {
    if (observation instanceof Observed<?> observed) {
      if (key.sensitivity() == Sensitivity.SECRET) {
        return new Unavailable<>(UnavailableReason.REDACTED, "");
      }
      FactCodec<Object> codec = (FactCodec<Object>) key.codec();
      return apply(key.id(), (Observed<Object>) observed, codec);
    }
    if (observation instanceof Absent<?> absent) {
      return new Absent<>(text(absent.source()));
    }
    Unavailable<?> unavailable = (Unavailable<?>) observation;
    return new Unavailable<>(unavailable.reason(), text(unavailable.detail()));
  }

  private Observation<?> apply(String id, Observed<Object> observed, FactCodec<Object> codec) {
    Object before = codec.encode(observed.value());
    Object after = tree(id, before);
    String source = text(observed.source());
    if (after == null || before.equals(after)) {
      return new Observed<>(observed.value(), source, observed.at());
    }
    try {
      return new Observed<>(codec.decode(after), source, observed.at());
    } catch (RuntimeException e) {
      // Fail closed: what cannot be stored without its secret is not stored.
      return new Unavailable<>(UnavailableReason.REDACTED, "");
    }
  }

  /** State, reason and time are ours: changing them would make the recording unreadable. */
  private Map<String, Object> recordedFields(String id, Map<String, Object> fields) {
    Map<String, Object> changed = map(id, fields);
    for (String ours : List.of("state", "reason", "at")) {
      if (fields.get(ours) instanceof String text && RecordedFacts.isOurs(ours, text)) {
        changed.put(ours, text);
      }
    }
    return changed;
  }

  Map<String, Object> fields(Map<String, Object> fields) {
    return map("", fields);
  }

  private String text(String text) {
    return change.apply("", text);
  }

  private @Nullable Object tree(String names, @Nullable Object tree) {
    if (tree instanceof String text) {
      return change.apply(names, text);
    }
    if (tree instanceof Map<?, ?> map) {
      return map(names, map);
    }
    if (tree instanceof List<?> list) {
      return list(names, list);
    }
    return numbersToo && tree instanceof Number ? number(names, tree) : tree;
  }

  private Object number(String names, Object number) {
    String before = String.valueOf(number);
    String after = change.apply(names, before);
    return after.equals(before) ? number : after;
  }

  private Map<String, Object> map(String names, Map<?, ?> map) {
    Map<String, Object> changed = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          String field = (String) name;
          changed.put(text(field), tree(names + "/" + called(field, map), value));
        });
    return changed;
  }

  /** The value of a pair is called what its name says. */
  private static String called(String field, Map<?, ?> map) {
    if (field.equals("value")) {
      for (String pair : List.of("name", "key")) {
        if (map.get(pair) instanceof String name && name.length() <= LONGEST_NAME) {
          return name;
        }
      }
    }
    return field;
  }

  private List<Object> list(String names, List<?> list) {
    List<Object> changed = new ArrayList<>(list.size());
    String option = "";
    for (Object item : list) {
      changed.add(tree(option.isEmpty() ? names : names + "/" + option, item));
      option = isOption(item) ? (String) item : "";
    }
    return changed;
  }

  private static boolean isOption(@Nullable Object item) {
    return item instanceof String word
        && word.length() <= LONGEST_NAME
        && word.startsWith("-")
        && word.indexOf('=') < 0;
  }
}
