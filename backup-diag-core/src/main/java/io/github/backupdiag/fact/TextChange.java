package io.github.backupdiag.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes every text of an observation; one in which nothing changes is kept as it is. */
final class TextChange {

  private final UnaryOperator<String> change;

  TextChange(UnaryOperator<String> change) {
    this.change = change;
  }

  FactSet.Entry apply(FactSet.Entry entry) {
    if (entry instanceof FactSet.Recorded recorded) {
      return new FactSet.Recorded(recordedFields(recorded.tree()));
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
      return apply((Observed<Object>) observed, codec);
    }
    if (observation instanceof Absent<?> absent) {
      return new Absent<>(change.apply(absent.source()));
    }
    Unavailable<?> unavailable = (Unavailable<?>) observation;
    return new Unavailable<>(unavailable.reason(), change.apply(unavailable.detail()));
  }

  private Observation<?> apply(Observed<Object> observed, FactCodec<Object> codec) {
    Object before = codec.encode(observed.value());
    Object after = tree(before);
    String source = change.apply(observed.source());
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
  private Map<String, Object> recordedFields(Map<String, Object> fields) {
    Map<String, Object> changed = fields(fields);
    for (String ours : List.of("state", "reason", "at")) {
      if (fields.get(ours) instanceof String text && RecordedFacts.isOurs(ours, text)) {
        changed.put(ours, text);
      }
    }
    return changed;
  }

  Map<String, Object> fields(Map<String, Object> fields) {
    Map<String, Object> changed = new LinkedHashMap<>();
    fields.forEach((name, value) -> changed.put(name, tree(value)));
    return changed;
  }

  private @Nullable Object tree(@Nullable Object tree) {
    if (tree instanceof String text) {
      return change.apply(text);
    }
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> changed = new LinkedHashMap<>();
      map.forEach((name, value) -> changed.put(change.apply((String) name), tree(value)));
      return changed;
    }
    if (tree instanceof List<?> list) {
      List<Object> changed = new ArrayList<>();
      list.forEach(item -> changed.add(tree(item)));
      return changed;
    }
    return tree;
  }
}
