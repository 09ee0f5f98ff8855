package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.NamedCause;
import io.github.backupdiag.internal.intake.Recognition.Recognised;
import io.github.backupdiag.internal.intake.excerpt.PastedLogs;
import io.github.backupdiag.internal.intake.naming.CauseNaming;
import io.github.backupdiag.internal.intake.payload.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a text says beside its codes. Thread-safe. */
public final class Reading {

  private final Catalog catalog;
  private final CauseNaming naming;
  private final WindowsText windows;
  private volatile @Nullable PastedLogs logs;

  /**
   * Prepares nothing yet.
   *
   * @param catalog what is known
   */
  public Reading(Catalog catalog) {
    this.catalog = catalog;
    this.naming = new CauseNaming(catalog);
    this.windows = new WindowsText(catalog);
  }

  /**
   * Reads a text.
   *
   * @param text any text; only its beginning is read, as for codes
   * @param recognised the codes that were found in it, and what it says beside them
   * @param payload what it was found to be
   * @return what else it says
   */
  public FactSet of(String text, Recognised recognised, Payload payload) {
    FactSet.Builder facts = FactSet.builder().putAll(payload.facts());
    if (!payload.problems().isEmpty()) {
      facts.observed(BackupFacts.INPUT_PROBLEMS, payload.problems(), BackupFacts.INPUT);
    }
    List<CodeMatch> matches = recognised.matches();
    if (isMoreThan(matches, text)) {
      String read = text.substring(0, Math.min(text.length(), Recognition.LIMIT));
      logs().read(read, !matches.isEmpty(), facts);
      windows.read(read, facts);
      boolean alone = matches.isEmpty() && facts.build().ids().isEmpty();
      List<NamedCause> named = naming.read(recognised.rest(), alone);
      if (!named.isEmpty()) {
        facts.observed(BackupFacts.NAMED_CAUSES, named, BackupFacts.INPUT);
      }
    }
    return facts.build();
  }

  /** Of a code or message alone the rest is blanks: reading on would cost a short run its speed. */
  private static boolean isMoreThan(List<CodeMatch> matches, String text) {
    int length = text.strip().length();
    return length > 0
        && matches.stream()
            .noneMatch(match -> match.score() >= 1 && match.excerpt().length() >= length);
  }

  private PastedLogs logs() {
    PastedLogs made = logs;
    if (made == null) {
      made = new PastedLogs(catalog);
      logs = made;
    }
    return made;
  }
}
