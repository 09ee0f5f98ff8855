package io.github.backupdiag.internal.redact;

/** Finds one shape in which secrets are written, in time linear in the text. */
@FunctionalInterface
interface Scanner {
  void scan(PlainText text, Spans found);
}
