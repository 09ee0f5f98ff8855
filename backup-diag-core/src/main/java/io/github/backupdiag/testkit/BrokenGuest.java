package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Answers as a guest does, but with kept, damaged, invented, missing and refused answers mixed. */
final class BrokenGuest implements GuestConnection {

  private static final List<UnavailableReason> REASONS = List.of(UnavailableReason.values());

  private final GuestConnection guest;
  private final Random random;
  private final Noise noise;

  BrokenGuest(GuestConnection guest, Random random) {
    this.guest = guest;
    this.random = random;
    this.noise = new Noise(random);
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
  public boolean assumedAzureVm() {
    return guest.assumedAzureVm();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    Answers real = guest.ask(questions, timeout);
    Answers.Builder broken = Answers.builder();
    for (Question<?> question : questions) {
      broken.put(anyQuestion(question), answer(question, real.to(question)));
    }
    return broken.build();
  }

  private Observation<?> answer(Question<?> question, Observation<?> real) {
    return switch (random.nextInt(10)) {
      case 0 -> real;
      case 1 -> new Absent<>(FakeAnswers.subject(question));
      case 2 -> new Unavailable<>(REASONS.get(random.nextInt(REASONS.size())), "");
      case 3, 4, 5, 6 ->
          real instanceof Observed<?> observed
              ? seen(question, noise.damaged(observed.value()))
              : invented(question);
      default -> invented(question);
    };
  }

  private Observation<?> invented(Question<?> question) {
    Object answer = noise.answer(question);
    return answer == null ? new Absent<>("") : seen(question, answer);
  }

  private static Observation<?> seen(Question<?> question, Object answer) {
    return new Observed<>(answer, FakeAnswers.subject(question), null);
  }

  @SuppressWarnings("unchecked")
  private static Question<Object> anyQuestion(Question<?> question) {
    return (Question<Object>) question;
  }
}
