package io.github.backupdiag.probe;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.util.List;

/**
 * A probe that reads a guest. It asks in rounds, at most {@value #MAX_ROUNDS} (the configuration
 * first, then the folder it names), and a pure parser turns the answers into facts. So it works
 * unchanged on a live machine, on a copy and through a remote script.
 *
 * <p>Its descriptor lists {@code GuestConnection.class} among the connections.
 */
public interface GuestProbe extends Probe {

  /** How often a probe may ask. */
  int MAX_ROUNDS = 3;

  /**
   * Gives the next questions.
   *
   * @param soFar answers of the rounds before, empty in the first
   * @return questions that were not asked yet; empty when enough is known
   */
  List<Question<?>> next(Answers soFar);

  /**
   * Gives the next questions where they depend on facts that the probe needs, such as whether the
   * guest is an Azure VM; otherwise those of {@link #next(Answers)}.
   *
   * @param soFar answers of the rounds before, empty in the first
   * @param context needed facts; the guest itself is asked by the caller
   * @return questions that were not asked yet; empty when enough is known
   */
  default List<Question<?>> next(Answers soFar, ProbeContext context) {
    return next(soFar);
  }

  /**
   * Turns answers into facts. Pure and total: any bytes give observations, never an exception.
   *
   * @param answers all answers
   * @param context connections and needed facts; the guest itself is not asked any more
   * @return what they say
   */
  Observations read(Answers answers, ProbeContext context);

  @Override
  default Observations observe(ProbeContext context) throws Exception {
    GuestConnection guest = context.connection(GuestConnection.class);
    Answers answers = Answers.none();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Question<?>> questions = next(answers, context);
      if (questions.isEmpty()) {
        break;
      }
      answers = answers.and(guest.ask(questions, context.timeLeft()));
    }
    return read(answers, context);
  }
}
