package io.github.backupdiag.guest.internal;

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
public final class Seen {

  private Seen() {}

  /**
   * Gives what was seen.
   *
   * @param <A> type of the answer
   * @param answers all answers
   * @param question what was asked
   * @return the answer, or null if nothing was seen
   */
  public static <A> @Nullable A value(Answers answers, Question<A> question) {
    return answers.to(question) instanceof Observed<A> seen ? seen.value() : null;
  }

  /**
   * Gives the paths of a listing.
   *
   * @param answers all answers
   * @param question what was asked
   * @return in alphabetical order; empty if nothing was seen
   */
  public static List<String> paths(Answers answers, Question<PathEntries> question) {
    PathEntries entries = value(answers, question);
    return entries == null ? List.of() : entries.entries().stream().map(PathEntry::path).toList();
  }

  /**
   * Tells why something could not be read: a refusal first, since somebody can lift it.
   *
   * @param answers all answers
   * @param questions what was asked
   * @return the reason, or null if all was answered
   */
  public static @Nullable Unavailable<?> refusal(
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

  /**
   * Says of one fact that it could not be seen.
   *
   * @param <T> type of the fact
   * @param key the fact
   * @param why the reason
   * @return the observation
   */
  public static <T> Observations unavailable(FactKey<T> key, Unavailable<?> why) {
    return Observations.builder().unavailable(key, why.reason(), why.detail()).build();
  }

  /**
   * Says of one fact that nothing was seen: not there if every question was answered so, else the
   * reason why not.
   *
   * @param <T> type of the fact
   * @param key the fact
   * @param answers all answers
   * @param questions what was asked
   * @param where where it was looked for
   * @return the observation
   */
  public static <T> Observations nothing(
      FactKey<T> key, Answers answers, List<? extends Question<?>> questions, String where) {
    Unavailable<?> why = refusal(answers, questions);
    return why == null ? Observations.builder().absent(key, where).build() : unavailable(key, why);
  }
}
