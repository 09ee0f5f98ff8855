package io.github.backupdiag.guest;

import io.github.backupdiag.fact.UnavailableReason;
import java.io.IOException;

/** Something that is not read for a reason known beforehand. */
final class UnreadableException extends IOException {

  private static final long serialVersionUID = 1;

  private final UnavailableReason reason;

  UnreadableException(UnavailableReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static UnreadableException failed(String detail) {
    return new UnreadableException(UnavailableReason.FAILED, detail);
  }

  static UnreadableException refused(String detail) {
    return new UnreadableException(UnavailableReason.NOT_PERMITTED, detail);
  }

  UnavailableReason reason() {
    return reason;
  }
}
