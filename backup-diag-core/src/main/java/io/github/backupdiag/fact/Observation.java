package io.github.backupdiag.fact;

/**
 * What is known of one thing: it was seen, it was looked for and is not there, or it could not be
 * seen. The difference between the last two is the point of this type: a missing lock and a refused
 * question about locks lead to different advice.
 *
 * <p>Immutable and thread-safe as long as the value is.
 *
 * @param <T> type of the value
 */
public sealed interface Observation<T> permits Observed, Absent, Unavailable {

  /**
   * Tells whether somebody looked and got an answer.
   *
   * @return true for {@link Observed} and {@link Absent}
   */
  default boolean isSeen() {
    return !(this instanceof Unavailable<T>);
  }
}
