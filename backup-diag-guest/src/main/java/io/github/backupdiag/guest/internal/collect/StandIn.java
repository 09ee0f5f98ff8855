package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A guest that stands for every guest: whatever is asked for is there, under names that stand for
 * many ({@link Places}), so that a probe goes on to its further questions.
 */
final class StandIn implements GuestConnection {

  private final GuestConnection scripted;

  /**
   * Makes one.
   *
   * @param scripted answers where any answer would not do, such as the content of a file
   */
  StandIn(GuestConnection scripted) {
    this.scripted = scripted;
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  @Override
  public String name() {
    return "stand-in";
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    Answers given = scripted.ask(questions, timeout);
    Answers.Builder answers = Answers.builder();
    questions.forEach(question -> put(answers, question, given));
    return answers.build();
  }

  @SuppressWarnings("unchecked") // a Question<A> is answered with an A
  private static <A> void put(Answers.Builder answers, Question<A> question, Answers given) {
    Observation<A> answer = given.to(question);
    Object any = answer instanceof Observed ? null : any(question);
    answers.put(question, any == null ? answer : new Observed<>((A) any, "", null));
  }

  private static @org.jspecify.annotations.Nullable Object any(Question<?> question) {
    if (question instanceof Question.Listing listing) {
      String path = listing.glob().replace("*", Places.ANY).replace('?', 'x');
      PathEntry entry = new PathEntry(path, PathEntry.Type.FILE, 0, null, 0, 0644, null);
      return new PathEntries(List.of(entry), true);
    }
    if (question instanceof Question.Registry asked) {
      String program = "C:\\WindowsAzure\\" + Places.ANY + "\\" + Places.ANY + ".exe";
      RegistryValue value = new RegistryValue("ImagePath", "REG_EXPAND_SZ", program);
      return new RegistryKey(asked.key(), List.of(value), List.of(), true);
    }
    return question instanceof Question.Command
        ? new CommandOutput(0, "\r\n".getBytes(StandardCharsets.US_ASCII), new byte[0], true)
        : null;
  }
}
