package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Observations;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers in the words of a probe. */
final class Seen {

  private Seen() {}

  static <A> @Nullable A value(Answers answers, Question<A> question) {
    return answers.to(question) instanceof Observed<A> seen ? seen.value() : null;
  }

  static List<String> paths(Answers answers, Question<PathEntries> question) {
    PathEntries entries = value(answers, question);
    return entries == null ? List.of() : entries.entries().stream().map(PathEntry::path).toList();
  }

  /** Why something could not be read: a refusal first, since somebody can lift it. */
  static @Nullable Unavailable<?> refusal(
      Answers answers, Collection<? extends Question<?>> questions) {
    Unavailable<?> first = null;
    for (Question<?> question : questions) {
      Observation<?> answer = answers.to(question);
      if (answer instanceof Unavailable<?> unavailable) {
        if (unavailable.reason() == UnavailableReason.NOT_PERMITTED) {
          return unavailable;
        }
        first = first == null ? unavailable : first;
      }
    }
    return first;
  }

  static <T> Observations unavailable(FactKey<T> key, Unavailable<?> why) {
    return Observations.builder().unavailable(key, why.reason(), why.detail()).build();
  }

  /** Nothing was seen: not there if every question was answered so, else the reason why not. */
  static <T> Observations nothing(
      FactKey<T> key, Answers answers, List<? extends Question<?>> questions, String where) {
    Unavailable<?> why = refusal(answers, questions);
    return why == null ? Observations.builder().absent(key, where).build() : unavailable(key, why);
  }
}
