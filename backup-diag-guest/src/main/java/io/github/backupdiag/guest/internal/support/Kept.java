package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a guest answered, as long as there is room for it. Thread-safe. */
public final class Kept {

  /** Probes read a few MiB; this is for guests that are odd. */
  private static final int MOST_BYTES = 96 << 20;

  private static final long COST_OF_ENTRY = 200;

  /** A question and what was answered. */
  record Answered(Question<?> question, Observation<?> answer) {}

  private final Map<Question<?>, Observation<?>> answers = new HashMap<>();
  private final Set<String> noRoom = new TreeSet<>();
  private long bytes;

  /** Starts with nothing. */
  public Kept() {}

  /**
   * Keeps answers.
   *
   * @param some what a guest answered just now
   */
  public synchronized void add(Answers some) {
    for (Question<?> question : some.questions()) {
      Observation<?> answer = some.to(question);
      long size = size(answer);
      if (bytes + size > MOST_BYTES) {
        noRoom.add(Subject.of(question));
      } else if (answers.putIfAbsent(question, answer) == null) {
        bytes += size;
      }
    }
  }

  /** Gives all answers in an order that does not depend on who asked first. */
  synchronized List<Answered> inOrder() {
    List<Answered> all = new ArrayList<>();
    answers.forEach((question, answer) -> all.add(new Answered(question, answer)));
    all.sort(
        Comparator.comparing((Answered one) -> one.question().getClass().getSimpleName())
            .thenComparing(one -> Subject.of(one.question()))
            .thenComparing(one -> one.question().toString()));
    return all;
  }

  /** Gives what there was no room for. */
  synchronized List<String> noRoom() {
    return List.copyOf(noRoom);
  }

  private static long size(Observation<?> answer) {
    Object value = answer instanceof Observed<?> observed ? observed.value() : "";
    if (value instanceof FileContent file) {
      return COST_OF_ENTRY + file.bytes().length;
    }
    if (value instanceof FileContents files) {
      return files.files().stream().mapToLong(file -> COST_OF_ENTRY + file.bytes().length).sum();
    }
    if (value instanceof CommandOutput output) {
      return COST_OF_ENTRY + output.out().length + output.err().length;
    }
    if (value instanceof PathEntries entries) {
      return COST_OF_ENTRY * (1 + entries.entries().size());
    }
    if (value instanceof RegistryKey key) {
      return COST_OF_ENTRY + 2L * key.toString().length();
    }
    return value instanceof HttpAnswer http ? COST_OF_ENTRY + http.body().length : COST_OF_ENTRY;
  }
}
