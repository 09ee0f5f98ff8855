package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Probe;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the script of a family of systems. */
public final class CollectedQuestions {

  private static final String MADE = "backup-diag collect-script";

  private CollectedQuestions() {}

  /**
   * Writes a script.
   *
   * @param probes whose questions it asks
   * @param catalog whose words it looks for in long logs
   * @param family for which systems
   * @param failedAt when the backup failed, or null
   * @return its text
   */
  public static String script(
      Collection<? extends Probe> probes,
      Catalog catalog,
      GuestOs.Family family,
      @Nullable Instant failedAt) {
    Set<Question<?>> questions = AskedBeforehand.by(probes, family, failedAt);
    List<String> words = LogWords.of(catalog, family);
    return family == GuestOs.Family.LINUX
        ? ShellScript.of(questions, words, MADE)
        : PowerShellScript.of(questions, words, MADE);
  }
}
