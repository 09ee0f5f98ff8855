package io.github.backupdiag.internal.redact;

/** Characters to hide, as indexes of a {@link PlainText}; {@code quote} is put around the token. */
record Span(int start, int end, Kind kind, String quote) {

  boolean touches(Span next) {
    return next.start <= end;
  }

  Span joined(Span next) {
    return next.end <= end ? this : new Span(start, next.end, kind, quote);
  }
}
