package io.github.backupdiag.internal.event;

/**
 * What events of a pattern say of one cause.
 *
 * @param pattern which events
 * @param weight how much they say
 * @param times how many of them count first
 * @param check the check that consists in looking for them, or empty
 */
record EventMeaning(EventPattern pattern, Weight weight, int times, String check) {

  /** How much an event says. */
  enum Weight {
    /** The event states the cause. */
    PROVES,
    /** It makes the cause likely, if a code of the failure agrees. */
    SUGGESTS,
    /** It only lets one think of the cause. */
    HINTS
  }
}
