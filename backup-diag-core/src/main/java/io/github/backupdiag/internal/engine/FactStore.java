package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known while gathering. Used by the gathering thread only. */
final class FactStore {

  private final FactSet known;
  private final Map<FactKey<?>, Found> gathered = new LinkedHashMap<>();

  private record Found(Observation<?> observation, ProbeDescriptor from) {}

  FactStore(FactSet known) {
    this.known = known;
  }

  boolean isSeen(FactKey<?> key) {
    return get(key).isSeen();
  }

  Observation<?> get(FactKey<?> key) {
    Found found = gathered.get(key);
    return found == null ? known.get(key) : found.observation;
  }

  /**
   * Keeps an observation unless a better one is there: seen beats unseen, then the cheaper probe
   * wins, so that it does not matter which of two ends first.
   */
  void put(FactKey<?> key, Observation<?> observation, ProbeDescriptor from) {
    Found old = gathered.get(key);
    boolean better =
        old == null
            ? observation.isSeen() || !known.get(key).isSeen()
            : observation.isSeen() == old.observation.isSeen()
                ? ProbePlan.BY_COST.compare(from, old.from) < 0
                : observation.isSeen();
    if (better) {
      gathered.put(key, new Found(observation, from));
    }
  }

  FactSet toFacts() {
    FactSet.Builder facts = known.toBuilder();
    gathered.forEach((key, found) -> put(facts, key, found.observation));
    return facts.build();
  }

  @SuppressWarnings("unchecked")
  private static void put(FactSet.Builder facts, FactKey<?> key, Observation<?> observation) {
    facts.put((FactKey<Object>) key, (Observation<Object>) observation);
  }
}
