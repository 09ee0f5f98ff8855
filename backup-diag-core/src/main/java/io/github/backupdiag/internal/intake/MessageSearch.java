package io.github.backupdiag.internal.intake;

import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import java.util.ArrayList;
import java.util.List;

/** Finds the codes of the messages that stand in the text. */
final class MessageSearch {

  private MessageSearch() {}

  static List<Candidate> in(Findings findings) {
    List<Candidate> found = new ArrayList<>(4);
    for (Hit hit : Overlaps.resolved(findings.messages())) {
      for (Pattern.Message message : hit.pattern().messages()) {
        found.add(
            new Candidate(
                message.code(),
                MatchedBy.MESSAGE,
                message.language(),
                hit.score(),
                hit.start(),
                hit.end()));
      }
    }
    return found;
  }
}
