package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** A kind of record, recognised by its fields. */
interface Shape {

  /** Says what such a record is. */
  Kind kind(Node node);

  /** Tells whether an object is such a record. */
  boolean fits(Node node);

  /** Reads a record that fits. */
  void read(Place place, Walk walk);
}
