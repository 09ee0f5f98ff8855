package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.List;

/**
 * One normal form to look for, with all that it may mean.
 *
 * @param form the normal form
 * @param names codes that are spelled so
 * @param messages messages that read so
 * @param wholeOnly true if the messages count only when the input says nothing else
 */
record Pattern(String form, List<Name> names, List<Message> messages, boolean wholeOnly) {

  int length() {
    return form.length();
  }

  /** A spelling of a code. */
  record Name(ErrorCode code, String spelled, Kind kind) {}

  /** How good a spelling is, best first. */
  enum Kind {
    OFFICIAL(1),
    DAMAGED(0.9),
    UNPREFIXED(0.88);

    final double most;

    Kind(double most) {
      this.most = most;
    }
  }

  /** A message of a code in a language. */
  record Message(ErrorCode code, String language) {}
}
