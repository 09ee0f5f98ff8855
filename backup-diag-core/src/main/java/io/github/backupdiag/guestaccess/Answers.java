package io.github.backupdiag.guestaccess;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Answers by question. Immutable and thread-safe. */
public final class Answers {

  private static final Answers NONE = new Answers(Map.of());

  private final Map<Question<?>, Observation<?>> byQuestion;

  private Answers(Map<Question<?>, Observation<?>> byQuestion) {
    this.byQuestion = Collections.unmodifiableMap(byQuestion);
  }

  /**
   * Gives the answers to no question.
   *
   * @return empty answers
   */
  public static Answers none() {
    return NONE;
  }

  /**
   * Starts a set of answers.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Gives the answer to a question.
   *
   * @param <A> type of the answer
   * @param question one that was asked
   * @return the answer; {@code Unavailable} with {@code NOT_RECORDED} if it was not asked
   */
  @SuppressWarnings("unchecked")
  public <A> Observation<A> to(Question<A> question) {
    Observation<?> answer = byQuestion.get(question);
    return answer == null
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, "was not asked")
        : (Observation<A>) answer;
  }

  /**
   * Gives the questions that have an answer.
   *
   * @return in the order in which they were asked
   */
  public Set<Question<?>> questions() {
    return byQuestion.keySet();
  }

  /**
   * Gives these answers and others together.
   *
   * @param others answers of a later round
   * @return both
   */
  public Answers and(Answers others) {
    Map<Question<?>, Observation<?>> all = new LinkedHashMap<>(byQuestion);
    all.putAll(others.byQuestion);
    return new Answers(all);
  }

  /** Collects answers. Not thread-safe. */
  public static final class Builder {

    private final Map<Question<?>, Observation<?>> byQuestion = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds an answer.
     *
     * @param <A> type of the answer
     * @param question what was asked
     * @param answer what was found
     * @return this builder
     */
    public <A> Builder put(Question<A> question, Observation<? extends A> answer) {
      byQuestion.put(question, answer);
      return this;
    }

    /**
     * Builds the answers.
     *
     * @return what was collected so far
     */
    public Answers build() {
      return new Answers(new LinkedHashMap<>(byQuestion));
    }
  }
}
