package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Answers as another guest does, but certain questions all alike. */
record OneAnswerGuest(GuestConnection guest, Predicate<Question<?>> which, Observation<?> answer)
    implements GuestConnection {

  /** To all questions. */
  static OneAnswerGuest everywhere(GuestConnection guest, Observation<?> answer) {
    return new OneAnswerGuest(guest, question -> true, answer);
  }

  /** To all commands. */
  static OneAnswerGuest ofCommands(GuestConnection guest, Observation<?> answer) {
    return new OneAnswerGuest(guest, Question.Command.class::isInstance, answer);
  }

  @Override
  public Nature nature() {
    return guest.nature();
  }

  @Override
  public String name() {
    return guest.name();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    Answers real = guest.ask(questions, timeout);
    Answers.Builder all = Answers.builder();
    for (Question<?> question : questions) {
      all.put(anyQuestion(question), which.test(question) ? answer : real.to(question));
    }
    return all.build();
  }

  @SuppressWarnings("unchecked")
  private static Question<Object> anyQuestion(Question<?> question) {
    return (Question<Object>) question;
  }
}
