package io.github.backupdiag.guest;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.collect.CollectedQuestions;
import io.github.backupdiag.probe.Probe;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A script that asks a guest without Java all that probes would ask it, and writes one stream that
 * {@link OfflineBundle} reads. It only reads, and takes a few seconds. Made of the probes, so that
 * fewer probes make a shorter script. Immutable.
 */
public final class CollectScript {

  private final List<Probe> probes;
  private final Catalog catalog;
  private final @Nullable Instant failedAt;

  private CollectScript(List<Probe> probes, Catalog catalog, @Nullable Instant failedAt) {
    this.probes = probes;
    this.catalog = catalog;
    this.failedAt = failedAt;
  }

  /**
   * Makes a script that asks for probes.
   *
   * @param probes those that are to read its output; those of no guest are passed over
   * @param catalog names the lines of logs that are worth keeping
   * @return the script
   */
  public static CollectScript of(Collection<? extends Probe> probes, Catalog catalog) {
    return new CollectScript(List.copyOf(probes), Objects.requireNonNull(catalog), null);
  }

  /**
   * Asks for the events of that time, not of the last day.
   *
   * @param time when the backup failed
   * @return a new script
   */
  public CollectScript failedAt(Instant time) {
    return new CollectScript(probes, catalog, Objects.requireNonNull(time));
  }

  /**
   * Writes the script.
   *
   * @param family for which systems: POSIX shell for Linux, PowerShell 3 or later for Windows
   * @return ASCII text with line feeds; the same for the same probes and catalog
   */
  public String text(GuestOs.Family family) {
    return CollectedQuestions.script(probes, catalog, family, failedAt);
  }
}
