package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;

/** The facts of one rule. */
final class FactView implements Facts {

  private final CompiledRule rule;
  private final Observation<?>[] byPlace;

  FactView(CompiledRule rule, Observation<?>[] byPlace) {
    this.rule = rule;
    this.byPlace = byPlace;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Observation<T> get(FactKey<T> key) {
    FactKey<?>[] keys = rule.keys;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return (Observation<T>) byPlace[rule.places[i]];
      }
    }
    throw new IllegalArgumentException(
        "diagnostic " + rule + " reads " + key + " without declaring it as needed or helpful");
  }
}
