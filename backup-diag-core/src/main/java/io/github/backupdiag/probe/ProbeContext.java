package io.github.backupdiag.probe;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Target;
import java.time.Duration;

/** What a probe is given for one look. Thread-safe. */
public interface ProbeContext {

  /**
   * Gives a connection.
   *
   * @param <C> type of the connection
   * @param type one of {@link ProbeDescriptor#connections()}
   * @return the connection
   * @throws IllegalArgumentException if the probe did not declare it
   */
  <C> C connection(Class<C> type);

  /**
   * Gives a fact that was gathered before.
   *
   * @param <T> type of the value
   * @param key one of {@link ProbeDescriptor#needs()}
   * @return what is known of it
   * @throws IllegalArgumentException if the probe did not declare it
   */
  <T> Observation<T> get(FactKey<T> key);

  /**
   * Gives the VM the diagnosis is about.
   *
   * @return the target, with nulls where nothing is known
   */
  Target target();

  /**
   * Gives the time left for this probe.
   *
   * @return zero when it is over, never negative
   */
  Duration timeLeft();

  /**
   * Tells whether the diagnosis was cancelled.
   *
   * @return true if the probe should return at once
   */
  boolean isCancelled();
}
