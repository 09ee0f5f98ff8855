package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.AccessNeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists of questions. */
final class Questions {

  private Questions() {}

  @SafeVarargs
  static List<Question<?>> all(Collection<? extends Question<?>>... lists) {
    List<Question<?>> all = new ArrayList<>();
    for (Collection<? extends Question<?>> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }

  /** Those that were not asked yet. */
  static List<Question<?>> open(List<? extends Question<?>> wanted, Answers soFar) {
    return open(wanted, soFar.questions());
  }

  static List<Question<?>> open(List<? extends Question<?>> wanted, Collection<Question<?>> asked) {
    List<Question<?>> open = new ArrayList<>(wanted);
    open.removeAll(asked);
    return open;
  }

  /** Access needs that name what these questions read, each once. */
  static AccessNeed[] needs(Collection<? extends Question<?>> questions) {
    return needs(questions, List.of());
  }

  /** Access needs that name what these questions read, and further paths and globs. */
  static AccessNeed[] needs(Collection<? extends Question<?>> questions, List<String> further) {
    return Stream.concat(
            questions.stream().map(Questions::need), further.stream().map(AccessNeed::guestFile))
        .distinct()
        .toArray(AccessNeed[]::new);
  }

  private static AccessNeed need(Question<?> question) {
    boolean network = question instanceof Question.Tcp || question instanceof Question.Http;
    String subject = Subject.of(question);
    return network ? AccessNeed.guestNetwork(subject) : AccessNeed.guestFile(subject);
  }

  static List<Question<PathEntry>> stats(String... paths) {
    return Arrays.stream(paths).map(Question::stat).toList();
  }
}
