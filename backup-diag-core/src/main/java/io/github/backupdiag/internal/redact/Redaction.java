package io.github.backupdiag.internal.redact;

import java.io.OutputStream;

/**
 * The way out of this program: each text and stream that is shown or stored goes through one of
 * these, unless it was made of facts that went through it before. Use one for one output, so that
 * equal secrets keep equal tokens in it. Not thread-safe.
 */
public final class Redaction {

  private final Redactor redactor = new Redactor();

  /** Starts an output. */
  public Redaction() {}

  /** Hides the secrets of one line that goes out alone, such as a message of an exception. */
  public static String ofLine(String line) {
    return new Redaction().text(line);
  }

  /** Gives a text without its secrets; the same instance when it holds none. */
  public String text(String text) {
    return LastLook.at(redactor.redact(text));
  }

  /**
   * Gives a stream for any number of bytes, in any charset, in bounded memory; its {@code close}
   * writes what is left and leaves the target open.
   */
  public OutputStream into(OutputStream target) {
    return new RedactingOutput(redactor, target);
  }
}
