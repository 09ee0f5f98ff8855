package io.github.backupdiag.fact.backup;

import org.jspecify.annotations.Nullable;

/**
 * A known error code that was recognised.
 *
 * @param incident number of the incident it belongs to, from 0
 * @param code the code as the catalog writes it
 * @param synthetic true if the key is ours and not one of Microsoft's
 * @param matchedBy what was recognised
 * @param source whether the user gave it or a probe met it
 * @param language language of the text, tag as in the portal's message lists, or null
 * @param score 1 for a match to the letter, lower for damaged or shared texts
 * @param excerpt the piece of the input that matched
 */
public record CodeMatch(
    int incident,
    String code,
    boolean synthetic,
    MatchedBy matchedBy,
    Source source,
    @Nullable String language,
    double score,
    String excerpt) {

  /** What was recognised. */
  public enum MatchedBy {
    /** The code itself. */
    CODE,
    /** The message the portal shows. */
    MESSAGE,
    /** A numeric code in its context. */
    NUMBER,
    /** A log signature. */
    SIGNATURE
  }

  /** Where a code comes from. */
  public enum Source {
    /** The caller or the error text named it. */
    GIVEN,
    /** A probe met it. */
    SEEN
  }
}
