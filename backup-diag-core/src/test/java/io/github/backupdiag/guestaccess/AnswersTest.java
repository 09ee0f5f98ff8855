package io.github.backupdiag.guestaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final Question<FileContent> CONFIG = Question.file("/etc/waagent.conf");
  private static final Question<PathEntry> FOLDER = Question.stat("/var/lib/waagent");
  private static final Absent<FileContent> GONE = new Absent<>("/etc/waagent.conf");

  @Test
  void saysThatAQuestionWasNotAsked() {
    assertThat(Answers.none().to(CONFIG))
        .isEqualTo(new Unavailable<>(UnavailableReason.NOT_RECORDED, "was not asked"));
    assertThat(Answers.none().questions()).isEmpty();
  }

  @Test
  void findsTheAnswerOfAnEqualQuestion() {
    Answers answers = Answers.builder().put(CONFIG, GONE).build();

    assertThat(answers.to(Question.file("/etc/waagent.conf"))).isEqualTo(GONE);
    assertThat(answers.to(Question.tail("/etc/waagent.conf", 10)).isSeen()).isFalse();
  }

  @Test
  void joinsRoundsOfWhichTheLaterCounts() {
    Observed<FileContent> found =
        new Observed<>(FileContent.of("/etc/waagent.conf", "x"), "", null);
    Answers first = Answers.builder().put(CONFIG, GONE).build();
    Answers second = Answers.builder().put(FOLDER, new Absent<>("")).put(CONFIG, found).build();

    Answers both = first.and(second);

    assertThat(both.to(CONFIG)).isEqualTo(found);
    assertThat(both.questions().toString()).isEqualTo(List.of(CONFIG, FOLDER).toString());
    assertThat(first.to(CONFIG)).isEqualTo(GONE);
  }

  @Test
  void cannotBeChanged() {
    Answers.Builder builder = Answers.builder().put(CONFIG, GONE);
    Answers answers = builder.build();
    builder.put(FOLDER, new Absent<>(""));

    assertThat(answers.questions()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> answers.questions().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> answers.and(answers).questions().clear());
  }

  @Test
  void tellsWhetherAFileWasReadAsAWhole() {
    byte[] bytes = {'a', 'b'};

    assertThat(new FileContent("/f", bytes, 0, 2, null).isComplete()).isTrue();
    assertThat(new FileContent("/f", bytes, 0, 3, null).isComplete()).isFalse();
    assertThat(new FileContent("/f", bytes, 1, 2, null).isComplete()).isFalse();
    assertThat(new FileContent("/f", bytes, 0, 3, null)).hasToString("/f (2 of 3 bytes)");
    assertThat(FileContent.of("/f", "ä").size()).isEqualTo(2);
  }

  @Test
  void readsAnyBytesAsText() {
    assertThat(new FileContent("/f", new byte[] {'a', (byte) 0xff}, 0, 2, null).text())
        .isEqualTo("a\uFFFD");
  }

  @Test
  void keepsItsListsForItself() {
    List<String> argv = new ArrayList<>(List.of("ls"));
    Question.Command command = new Question.Command(argv, Duration.ofSeconds(1));
    List<FileContent> files = new ArrayList<>();
    FileContents contents = new FileContents(files, true);
    List<PathEntry> paths = new ArrayList<>();
    PathEntries entries = new PathEntries(paths, true);

    argv.add("-l");
    files.add(FileContent.of("/f", ""));
    paths.add(null);

    assertThat(command.argv()).containsExactly("ls");
    assertThat(contents.files()).isEmpty();
    assertThat(entries.entries()).isEmpty();
  }

  @Test
  void takesACopyForAnAzureVmAndALiveMachineForUnknown() {
    assertThat(guest(GuestConnection.Nature.COPY).assumedAzureVm()).isTrue();
    assertThat(guest(GuestConnection.Nature.LIVE).assumedAzureVm()).isFalse();
  }

  private static GuestConnection guest(GuestConnection.Nature nature) {
    return new GuestConnection() {
      @Override
      public Nature nature() {
        return nature;
      }

      @Override
      public String name() {
        return "guest";
      }

      @Override
      public Answers ask(List<Question<?>> questions, Duration timeout) {
        return Answers.none();
      }
    };
  }

  @Test
  void keepsWhatACommandGave() {
    CommandOutput output = new CommandOutput(3, new byte[] {'o'}, new byte[] {'e'}, false);

    assertThat(output.exitStatus()).isEqualTo(3);
    assertThat(output.out()).containsExactly('o');
    assertThat(output.err()).containsExactly('e');
    assertThat(output.isComplete()).isFalse();
  }
}
