package io.github.backupdiag.probe;

/**
 * Looks at a system and reports facts. Read-only; may block; may be interrupted; must not keep
 * state between calls. Implementations are thread-safe and are found by {@code ServiceLoader} or
 * given to the builder. They take no credentials: connections come with the context.
 */
public interface Probe {

  /**
   * Describes the probe. Always the same answer, without I/O.
   *
   * @return id, what it provides, what it needs
   */
  ProbeDescriptor descriptor();

  /**
   * Looks once.
   *
   * @param context connections, needed facts and the time left
   * @return what was seen; a key of {@link ProbeDescriptor#provides()} that is missing counts as
   *     not seen
   * @throws Exception if looking failed as a whole; all its keys become unavailable, the diagnosis
   *     goes on
   */
  Observations observe(ProbeContext context) throws Exception;
}
