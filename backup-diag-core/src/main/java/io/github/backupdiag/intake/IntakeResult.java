package io.github.backupdiag.intake;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an input says. Immutable.
 *
 * @param incidents failures the input speaks of, numbered from 0; empty if no known code was
 *     recognised and no record tells of a machine or a time
 * @param matches known codes, by incident and best first: by score, then by place in the text, then
 *     in alphabetical order; each code once for each incident
 * @param unknownCodes words of the shape of a code that the catalog does not know, in the order of
 *     the text, at most 20
 * @param language language of the best message, tag as in the portal's message lists; null if no
 *     message was recognised
 * @param facts what the text itself says of the VM, with places in the text: log lines, versions,
 *     causes it speaks of; empty if nothing
 */
public record IntakeResult(
    List<Incident> incidents,
    List<CodeMatch> matches,
    List<UnknownCode> unknownCodes,
    @Nullable String language,
    FactSet facts) {

  /**
   * Copies the lists.
   *
   * @param incidents failures the input speaks of
   * @param matches known codes, best first
   * @param unknownCodes words of the shape of a code
   * @param language language of the best message, or null
   * @param facts what the text says of the VM
   */
  public IntakeResult {
    incidents = List.copyOf(incidents);
    matches = List.copyOf(matches);
    unknownCodes = List.copyOf(unknownCodes);
  }

  /**
   * Gives the result of an input that says nothing.
   *
   * @return no incident, no match, no language
   */
  public static IntakeResult empty() {
    return new IntakeResult(List.of(), List.of(), List.of(), null, FactSet.empty());
  }
}
