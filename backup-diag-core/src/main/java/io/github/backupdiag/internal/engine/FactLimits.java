package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactCodec;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses facts that would flood a report: more than 4 Mi characters or 100,000 values. The limits
 * are ours; the largest honest fact, the events of a log, stays below a quarter of them.
 */
final class FactLimits {

  private static final int CHARACTERS = 4 << 20;
  private static final int VALUES = 100_000;

  private int characters;
  private int values;

  private FactLimits() {}

  /** Gives what is wrong with an observation, or null. Runs on the probe's thread. */
  @SuppressWarnings("unchecked")
  static @Nullable String check(FactKey<?> key, Observation<?> observation) {
    if (!(observation instanceof Observed<?> observed)) {
      return null;
    }
    try {
      Object tree = ((FactCodec<Object>) key.codec()).encode(observed.value());
      FactLimits limits = new FactLimits();
      return limits.holds(tree) ? null : "its value is larger than a fact may be";
    } catch (RuntimeException | StackOverflowError e) {
      return "its value cannot be stored: " + Failures.describe(e);
    }
  }

  private boolean holds(@Nullable Object tree) {
    values++;
    if (tree instanceof String text) {
      characters += Math.min(text.length(), CHARACTERS + 1);
    }
    if (characters > CHARACTERS || values > VALUES) {
      return false;
    }
    if (tree instanceof List<?> list) {
      return list.stream().allMatch(this::holds);
    }
    return !(tree instanceof Map<?, ?> map)
        || map.entrySet().stream()
            .allMatch(entry -> holds(entry.getKey()) && holds(entry.getValue()));
  }
}
