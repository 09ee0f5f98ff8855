package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.AMPLE;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to the running machine as its callers see it. */
class LocalGuestTest {

  private final LocalGuest guest = LocalGuest.open();

  @Test
  void isTheRunningMachine() {
    assertThat(guest.nature()).isEqualTo(GuestConnection.Nature.LIVE);
    assertThat(guest.name()).isNotEmpty();
  }

  @Test
  void countsAsAnAzureVmOnlyWhenTheOperatorSaysSo() {
    assertThat(guest.assumedAzureVm()).isFalse();
    assertThat(guest.assumeAzure().assumedAzureVm()).isTrue();
  }

  @Test
  void answersQuestionsOfAllKindsInOneCall(@TempDir Path directory) throws Exception {
    write(directory.resolve("a"), "hello");
    List<Question<?>> questions =
        List.of(
            Question.file(directory + "/a"),
            new Question.Files(directory + "/*", 9, 9),
            new Question.Newest(directory + "/*", 9),
            Question.listing(directory + "/*"),
            Question.stat(directory.toString()),
            new Question.Space(directory.toString()));

    Answers answers = guest.ask(questions, AMPLE);

    assertThat(questions).allMatch(question -> answers.to(question).isSeen());
  }

  @Test
  void runsACommand() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs /bin/sh");

    CommandOutput output =
        value(guest, new Question.Command(List.of("sh", "-c", "echo hello"), AMPLE));

    assertThat(output.out()).asString().isEqualTo("hello\n");
  }

  @Test
  void aCommandCannotOutliveTheCall() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs /bin/sh");
    Question.Command hangs = new Question.Command(List.of("sh", "-c", "sleep 1003"), AMPLE);

    Answers answers = guest.ask(List.of(hangs), Duration.ofMillis(200));

    assertUnavailable(answers.to(hangs), UnavailableReason.TIMED_OUT).startsWith("sh -c");
  }
}
