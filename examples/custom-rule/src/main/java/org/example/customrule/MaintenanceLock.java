package org.example.customrule;

import io.github.backupdiag.fact.FactKey;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fact: a lock that is held. A record in an exported package, so that it can be stored.
 *
 * @param owner who holds it, empty if the file does not say
 * @param since since when (UTC), or null if the file does not say
 */
public record MaintenanceLock(String owner, @Nullable Instant since) {

  /** The lock of the guest; absent if none is held. */
  public static final FactKey<MaintenanceLock> KEY =
      FactKey.record("corp.maintenance-lock", MaintenanceLock.class);

  /** Reads {@code owner=} and {@code since=}; anything else is skipped, nothing is refused. */
  static MaintenanceLock parse(String text) {
    String owner = "";
    Instant since = null;
    for (String line : text.lines().map(String::trim).toList()) {
      if (line.startsWith("owner=")) {
        owner = line.substring("owner=".length());
      } else if (line.startsWith("since=")) {
        since = time(line.substring("since=".length()));
      }
    }
    return new MaintenanceLock(owner, since);
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
