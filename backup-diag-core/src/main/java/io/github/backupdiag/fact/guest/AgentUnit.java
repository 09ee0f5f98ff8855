package io.github.backupdiag.fact.guest;

/**
 * Whether the agent's service starts at boot.
 *
 * @param name name of the unit without {@code .service}
 * @param state how it is set
 * @param path file or link that tells
 */
public record AgentUnit(String name, State state, String path) {

  /** How a unit is set. */
  public enum State {
    /** It starts at boot. */
    ENABLED,
    /** It exists and nothing starts it. */
    DISABLED,
    /** It is linked to {@code /dev/null} and cannot start. */
    MASKED
  }
}
