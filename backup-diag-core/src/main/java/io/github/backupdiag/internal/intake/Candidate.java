package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A code that the text may mean.
 *
 * @param code the code
 * @param by what was recognised
 * @param language language of the message, or null
 * @param score how sure it is, 0 to 1
 * @param start place in the text
 * @param end place in the text
 */
record Candidate(
    ErrorCode code, MatchedBy by, @Nullable String language, double score, int start, int end) {

  /** Best first. */
  static final Comparator<Candidate> RANK =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparingInt(Candidate::start)
          .thenComparing(candidate -> candidate.code().code());

  /** Tells whether another stands inside the same piece of the text. */
  boolean holds(Candidate other) {
    return start <= other.start && other.end <= end;
  }
}
