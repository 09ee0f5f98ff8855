package io.github.backupdiag.internal.redact;

/**
 * What a name says of its value.
 *
 * @param weak the name is also an ordinary word: see {@link Harmless#isOrdinary}
 */
record NamedSecret(Kind kind, Shape shape, boolean weak) {

  /** How far an unquoted value goes. */
  enum Shape {
    /** Base64 and the like: any separator ends it. */
    ENCODED,
    /** A query string: {@code &} belongs to it. */
    QUERY,
    /** Anything a person may type: a separator ends it only where something follows that fits. */
    FREE,
    /** An HTTP credential: a scheme, then its value. */
    HEADER
  }

  static NamedSecret of(Kind kind, Shape shape) {
    return new NamedSecret(kind, shape, false);
  }

  NamedSecret weakly() {
    return new NamedSecret(kind, shape, true);
  }
}
