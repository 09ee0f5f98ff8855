package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A code of the failure that agrees with what a check only suggests. */
public final class AgreeingCode {

  /** Codes of an agent that does not answer, or lets no extension work. */
  public static final Set<String> AGENT =
      Set.of("UserErrorGuestAgentStatusUnavailable", "GuestAgentSnapshotTaskStatusError");

  private AgreeingCode() {}

  /**
   * Finds one among the codes that the user gave.
   *
   * @param facts with {@code MATCHES} declared
   * @param codes those that agree
   * @return the evidence, or null if there is none
   */
  public static @Nullable Evidence in(Facts facts, Set<String> codes) {
    List<CodeMatch> matches = facts.value(BackupFacts.MATCHES);
    for (CodeMatch match : matches == null ? List.<CodeMatch>of() : matches) {
      if (codes.contains(match.code())) {
        return Evidence.of(
                BackupFacts.MATCHES, Phrase.of("evidence.code-agrees", "code", match.code()))
            .withExcerpt(match.excerpt());
      }
    }
    return null;
  }
}
