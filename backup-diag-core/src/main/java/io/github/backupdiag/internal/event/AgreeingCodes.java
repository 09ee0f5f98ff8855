package io.github.backupdiag.internal.event;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.SeenCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Codes of the failure that agree with what an event or a writer only suggests. */
public final class AgreeingCodes {

  private AgreeingCodes() {}

  /**
   * Finds them.
   *
   * @param facts with {@code MATCHES}, {@code SEEN_CODES} and {@code WINDOW} declared
   * @param agrees tells of a code of the catalog whether it agrees
   * @return one for each code; those that a probe met only inside the window
   */
  public static List<Evidence> in(Facts facts, Predicate<String> agrees) {
    List<Evidence> found = new ArrayList<>();
    List<CodeMatch> given = facts.value(BackupFacts.MATCHES);
    if (given != null) {
      given.stream()
          .filter(match -> agrees.test(match.code()))
          .limit(1)
          .map(
              match ->
                  Evidence.of(BackupFacts.MATCHES, phrase(match.code()))
                      .withExcerpt(match.excerpt()))
          .forEach(found::add);
    }
    List<SeenCode> seen = facts.value(BackupFacts.SEEN_CODES);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (seen != null && window != null) {
      seen.stream()
          .filter(code -> agrees.test(code.code()) && window.contains(code.at()))
          .limit(1)
          .map(
              code ->
                  Evidence.of(BackupFacts.SEEN_CODES, phrase(code.code()))
                      .withExcerpt(code.excerpt())
                      .withPlace(code.where(), 0)
                      .withTime(code.at()))
          .forEach(found::add);
    }
    return found;
  }

  private static Phrase phrase(String code) {
    return Phrase.of("evidence.code-agrees", "code", code);
  }
}
