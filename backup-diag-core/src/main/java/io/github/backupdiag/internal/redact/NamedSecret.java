package io.github.backupdiag.internal.redact;

/**
 * What a name says of its value.
 *
 * @param weak the name is also an ordinary word: see {@link Harmless#isOrdinary}
 * @param form what the value must look like to be one
 */
record NamedSecret(Kind kind, Shape shape, boolean weak, Form form) {

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

  /** What the value of a name that others use too must look like. */
  enum Form {
    /** Anything. */
    ANY,
    /** Nothing but base64. */
    BASE64,
    /** A GUID. */
    GUID
  }

  private static final int SHORTEST_BASE64 = 8;

  static NamedSecret of(Kind kind, Shape shape) {
    return new NamedSecret(kind, shape, false, Form.ANY);
  }

  NamedSecret weakly() {
    return new NamedSecret(kind, shape, true, form);
  }

  NamedSecret only(Form required) {
    return new NamedSecret(kind, shape, weak, required);
  }

  /** Whether what stands here can be the value of this name. */
  boolean fits(PlainText text, int start, int end) {
    return switch (form) {
      case ANY -> true;
      case GUID -> end - start == 36 && KnownForms.isGuid(text, start);
      case BASE64 -> end - start >= SHORTEST_BASE64 && isBase64(text, start, end);
    };
  }

  private static boolean isBase64(PlainText text, int start, int end) {
    int i = start;
    while (i < end && Ascii.isBase64(text.at(i))) {
      i++;
    }
    while (i < end && text.at(i) == '=') {
      i++;
    }
    return i == end;
  }
}
