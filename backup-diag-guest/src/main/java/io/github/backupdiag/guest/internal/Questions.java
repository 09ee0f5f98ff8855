package io.github.backupdiag.guest.internal;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.AccessNeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of questions. */
public final class Questions {

  private Questions() {}

  /**
   * Puts lists together.
   *
   * @param lists lists of questions
   * @return all of them in their order
   */
  @SafeVarargs
  public static List<Question<?>> all(Collection<? extends Question<?>>... lists) {
    List<Question<?>> all = new ArrayList<>();
    for (Collection<? extends Question<?>> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }

  /**
   * Gives those that were not asked yet.
   *
   * @param wanted what is to be asked
   * @param soFar answers of the rounds before
   * @return the rest of the wanted, in their order
   */
  public static List<Question<?>> open(List<? extends Question<?>> wanted, Answers soFar) {
    return open(wanted, soFar.questions());
  }

  /**
   * Gives those that were not asked yet.
   *
   * @param wanted what is to be asked
   * @param asked what was asked
   * @return the rest of the wanted, in their order
   */
  public static List<Question<?>> open(
      List<? extends Question<?>> wanted, Collection<Question<?>> asked) {
    List<Question<?>> open = new ArrayList<>(wanted);
    open.removeAll(asked);
    return open;
  }

  /**
   * Gives access needs that name what questions read.
   *
   * @param questions what may be asked
   * @return each need once
   */
  public static AccessNeed[] needs(Collection<? extends Question<?>> questions) {
    return needs(questions, List.of());
  }

  /**
   * Gives access needs that name what questions read, and further paths and globs.
   *
   * @param questions what may be asked
   * @param further paths and globs that are known only later
   * @return each need once
   */
  public static AccessNeed[] needs(
      Collection<? extends Question<?>> questions, List<String> further) {
    Map<String, AccessNeed> needs = new LinkedHashMap<>();
    questions.forEach(question -> add(need(question), needs));
    further.forEach(path -> add(AccessNeed.guestFile(path), needs));
    return needs.values().toArray(new AccessNeed[0]);
  }

  /**
   * By a text, since each probe does this when it is made, and to hash a record is slow at first.
   */
  private static void add(AccessNeed need, Map<String, AccessNeed> needs) {
    needs.putIfAbsent(need.kind().name() + need.what(), need);
  }

  private static AccessNeed need(Question<?> question) {
    String subject = Subject.of(question);
    if (question instanceof Question.Tcp || question instanceof Question.Http) {
      return AccessNeed.guestNetwork(subject);
    }
    if (question instanceof Question.Registry) {
      return AccessNeed.guestRegistry(subject);
    }
    return question instanceof Question.Command
        ? AccessNeed.guestCommand(subject)
        : AccessNeed.guestFile(subject);
  }

  /**
   * Asks for several paths.
   *
   * @param paths what to look at
   * @return one question each
   */
  public static List<Question<PathEntry>> stats(String... paths) {
    return Arrays.stream(paths).map(Question::stat).toList();
  }
}
