package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the agent's service starts at boot. Where both names of the unit exist, the one that
 * starts counts.
 *
 * @param name name of the unit without {@code .service}
 * @param state how it is set
 * @param path file or link that tells
 * @param changed when that file or link was made (UTC), or null if the source does not know it
 */
public record AgentUnit(String name, State state, String path, @Nullable Instant changed) {

  /** How a unit is set. */
  public enum State {
    /** It starts at boot. */
    ENABLED,
    /** It exists and nothing starts it. */
    DISABLED,
    /** It is linked to {@code /dev/null}, or an empty file, and cannot start. */
    MASKED,
    /** It would start at boot, but a condition in it is not met on this machine. */
    HELD_BACK
  }
}
