package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokenGuestTest {

  private static final Map<Question<?>, Class<?>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(Question.file("/a/1.log"), FileContent.class);
    QUESTIONS.put(new Question.Newest("/a/*.log", 99), FileContent.class);
    QUESTIONS.put(new Question.Files("/a/?.log", 9, 99), FileContents.class);
    QUESTIONS.put(Question.listing("/a/*"), PathEntries.class);
    QUESTIONS.put(Question.stat("/a/1.log"), PathEntry.class);
    QUESTIONS.put(new Question.Space("/a"), SpaceLeft.class);
    QUESTIONS.put(
        new Question.Command(List.of("uptime"), Duration.ofSeconds(1)), CommandOutput.class);
    QUESTIONS.put(new Question.Tcp("192.0.2.1", 80, Duration.ofSeconds(1)), TcpAnswer.class);
    QUESTIONS.put(
        new Question.Http("http://192.0.2.1/", Map.of(), 9, Duration.ofSeconds(1)),
        HttpAnswer.class);
    QUESTIONS.put(Question.registry("HKLM\\SOFTWARE\\x", 2), RegistryKey.class);
  }

  private final FakeGuest guest =
      FakeGuest.live()
          .file("/a/1.log", "a line of a log\n")
          .space("/", 10, 5)
          .registry("HKLM\\SOFTWARE\\x\\y", "Start", "REG_DWORD", "2")
          .command(List.of("uptime"), 0, "10:00 up 1 day");

  @Test
  void answersEveryQuestionInItsOwnType() throws Exception {
    Set<Class<?>> kinds = new HashSet<>();
    for (int run = 0; run < 300; run++) {
      Answers answers = ask(run);
      QUESTIONS.forEach(
          (question, type) -> {
            Observation<?> answer = answers.to(question);
            kinds.add(answer.getClass());
            if (answer instanceof Observed<?> observed) {
              assertThat(observed.value()).isInstanceOf(type);
            }
          });
    }
    assertThat(kinds).containsExactlyInAnyOrder(Observed.class, Absent.class, Unavailable.class);
  }

  @Test
  void inventsPathsThatMatchTheGlob() throws Exception {
    Question<PathEntries> listing = Question.listing("/a/*");
    int entries = 0;
    for (int run = 0; run < 100; run++) {
      if (ask(run).to(listing) instanceof Observed<PathEntries> seen) {
        for (PathEntry entry : seen.value().entries()) {
          assertThat(FakeFiles.matches("/a/*", entry.path())).as(entry.path()).isTrue();
          entries++;
        }
      }
    }
    assertThat(entries).isPositive();
  }

  @Test
  void damagesSomeOfWhatIsThereAndKeepsSome() throws Exception {
    Set<String> texts = new HashSet<>();
    for (int run = 0; run < 200; run++) {
      if (ask(run).to(Question.file("/a/1.log")) instanceof Observed<FileContent> seen) {
        texts.add(seen.value().text());
      }
    }
    assertThat(texts).contains("a line of a log\n").hasSizeGreaterThan(50);
    assertThat(texts).anyMatch(text -> text.contains("line") && !text.equals("a line of a log\n"));
  }

  @Test
  void speaksOfTheSameGuest() {
    GuestConnection broken = new BrokenGuest(guest.assumedAzureVm(true), new Random(1));

    assertThat(broken.name()).isEqualTo(guest.name());
    assertThat(broken.nature()).isEqualTo(guest.nature());
    assertThat(broken.assumedAzureVm()).isTrue();
  }

  private Answers ask(int run) throws InterruptedException {
    return new BrokenGuest(guest, new Random(run))
        .ask(List.copyOf(QUESTIONS.keySet()), Duration.ofSeconds(1));
  }
}
