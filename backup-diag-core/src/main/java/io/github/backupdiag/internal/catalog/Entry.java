package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.internal.catalog.Problems.Place;

/**
 * An entry as one source wrote it.
 *
 * @param id its id; of a message, the code it belongs to
 * @param value the entry
 * @param place where it stands
 * @param mode how it meets an entry of the same id
 */
record Entry<T>(String id, T value, Place place, Mode mode) {

  /** How an entry meets another one of the same id. */
  enum Mode {
    /** It must be the only one. */
    NEW,
    /** It takes the place of the other on purpose. */
    REPLACES,
    /** It adds to the other: more causes of a known code. */
    EXTENDS
  }
}
