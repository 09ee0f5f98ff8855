package io.github.backupdiag.diagnostic;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import org.jspecify.annotations.Nullable;

/** The facts a rule declared. Reading another one is a fault of the rule. */
public interface Facts {

  /**
   * Gives what is known of a fact.
   *
   * @param <T> type of the value
   * @param key one that the rule's descriptor names as needed or helpful
   * @return the observation; for a needed fact never {@code Unavailable}
   * @throws IllegalArgumentException if the rule did not declare the key
   */
  <T> Observation<T> get(FactKey<T> key);

  /**
   * Gives the value of a fact when it was observed.
   *
   * @param <T> type of the value
   * @param key one that the rule declared
   * @return the value, or null if it was not observed
   */
  default <T> @Nullable T value(FactKey<T> key) {
    return get(key) instanceof Observed<T> observed ? observed.value() : null;
  }
}
