package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** Text between records, or an input without any. */
final class Prose {

  private Prose() {}

  static void read(Segment segment, PayloadBuilder out) {
    out.kind(Kind.TEXT);
    out.passage(Passage.NO_INCIDENT, Role.FREE, "", segment.line(), segment.prose());
  }
}
