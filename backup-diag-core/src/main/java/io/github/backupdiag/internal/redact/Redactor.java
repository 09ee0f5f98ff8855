package io.github.backupdiag.internal.redact;

/** Stub. */
public final class Redactor {
  public String redact(String text) {
    return text;
  }
}
