package io.github.backupdiag.testkit;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Passes questions on to a guest and remembers them with their answers. */
final class AskedGuest implements GuestConnection {

  private final GuestConnection guest;
  private final Set<Question<?>> questions = new LinkedHashSet<>();
  private final List<Question<?>> repeated = new ArrayList<>();
  private Answers answers = Answers.none();
  private int rounds;

  AskedGuest(GuestConnection guest) {
    this.guest = guest;
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
  public synchronized Answers ask(List<Question<?>> asked, Duration timeout)
      throws InterruptedException {
    rounds++;
    for (Question<?> question : asked) {
      if (!questions.add(question)) {
        repeated.add(question);
      }
    }
    Answers given = guest.ask(asked, timeout);
    answers = answers.and(given);
    return given;
  }

  synchronized int rounds() {
    return rounds;
  }

  synchronized List<Question<?>> questions() {
    return List.copyOf(questions);
  }

  synchronized List<Question<?>> repeated() {
    return List.copyOf(repeated);
  }

  synchronized Answers answers() {
    return answers;
  }
}
