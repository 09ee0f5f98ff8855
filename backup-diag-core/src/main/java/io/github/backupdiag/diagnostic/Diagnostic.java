package io.github.backupdiag.diagnostic;

/**
 * A rule: decides one cause from facts. Pure, stateless and thread-safe: no clock, no file, no
 * system, no locale. Found by {@code ServiceLoader} or given to the builder.
 */
public interface Diagnostic {

  /**
   * Describes the rule. Always the same answer, without I/O.
   *
   * @return id, cause, facts it reads
   */
  DiagnosticDescriptor descriptor();

  /**
   * Judges. Called only when every needed fact was observed or is absent; otherwise the engine
   * answers that it could not be seen, with the way to see it.
   *
   * @param facts the declared facts
   * @return the verdict
   */
  Verdict diagnose(Facts facts);
}
