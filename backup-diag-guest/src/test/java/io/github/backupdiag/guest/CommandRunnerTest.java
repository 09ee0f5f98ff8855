package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands are bounded and leave nothing behind. The commands are scripts in a directory. */
class CommandRunnerTest {

  /** Known among all processes of the machine. */
  private static final String NAP = "sleep 9" + ProcessHandle.current().pid();

  @TempDir Path directory;
  private CommandRunner commands;

  @BeforeEach
  void open() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs /bin/sh");
    commands = new CommandRunner(new Programs(List.of(directory)));
  }

  @AfterEach
  void close() {
    if (commands != null) {
      commands.close();
    }
  }

  @Test
  void outputErrorsAndExitStatusAreKeptApart() throws Exception {
    script("both", "echo out; echo err >&2; exit 3");

    CommandOutput output = output("both");

    assertThat(output.out()).asString().isEqualTo("out\n");
    assertThat(output.err()).asString().isEqualTo("err\n");
    assertThat(output.exitStatus()).isEqualTo(3);
    assertThat(output.isComplete()).isTrue();
  }

  @Test
  void argumentsAreGivenAsTheyAreAndNotToAShell() throws Exception {
    script("show", "printf '%s|' \"$@\"");

    assertThat(output("show", "a b", "$HOME", "*;").out()).asString().isEqualTo("a b|$HOME|*;|");
  }

  @Test
  void commandsSpeakTheLanguageOfTheirManuals() throws Exception {
    script("locale", "echo $LC_ALL");

    assertThat(output("locale").out()).asString().isEqualTo("C\n");
  }

  @Test
  void aCommandThatWaitsForInputGetsItsEnd() throws Exception {
    script("asks", "read answer || echo nobody");

    assertThat(output("asks").out()).asString().isEqualTo("nobody\n");
  }

  @Test
  void aFloodIsDrainedAndCut() throws Exception {
    script(
        "flood",
        "i=0; while [ $i -lt 300 ]; do printf '%01000d' 0; printf '%01000d' 0 >&2;"
            + " i=$((i+1)); done; exit 7");

    CommandOutput output = output("flood");

    assertThat(output.exitStatus()).isEqualTo(7);
    assertThat(output.out()).hasSize(CommandRunner.MAX_BYTES);
    assertThat(output.err()).hasSize(CommandRunner.MAX_BYTES);
    assertThat(output.isComplete()).isFalse();
  }

  @Test
  void aCommandEndedByASignalHasAnExitStatus() throws Exception {
    script("dies", "kill -9 $$");

    assertThat(output("dies").exitStatus()).isEqualTo(128 + 9);
  }

  @Test
  void aProgramThatIsNotThereIsAbsent() throws Exception {
    assertThat(run(Asking.AMPLE, "no-such-program")).isEqualTo(new Absent<>("no-such-program"));
  }

  @Test
  void aProgramThatMayNotBeRunIsNotPermitted() throws Exception {
    Files.writeString(directory.resolve("plain"), "#!/bin/sh\n");

    assertUnavailable(refused("plain"), UnavailableReason.NOT_PERMITTED)
        .isEqualTo("cannot run " + directory.resolve("plain"));
  }

  @Test
  void aProgramThatTheSystemCannotStartIsAFailure() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken"), "#!/no/such/interpreter\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertUnavailable(refused("broken"), UnavailableReason.FAILED).contains("broken");
  }

  @Test
  void aCommandWithoutProgramIsAFailure() throws Exception {
    assertThatThrownBy(() -> run(Asking.AMPLE)).isInstanceOf(UnreadableException.class);
  }

  @Test
  void aCommandPastItsTimeIsEnded() throws Exception {
    script("hangs", "trap '' TERM; " + NAP);

    assertUnavailable(run(Duration.ofMillis(50), "hangs"), UnavailableReason.TIMED_OUT)
        .isEqualTo("hangs");
    assertThat(naps()).allSatisfy(CommandRunnerTest::assertEnds);
  }

  @Test
  void aChildThatHoldsTheOutputOpenHoldsNoAnswerAndIsEnded() throws Exception {
    Path pid = directory.resolve("pid");
    script("leaves", NAP + " & echo $! > " + pid + "; echo done");

    CommandOutput output = assertTimeoutPreemptively(Asking.AMPLE, () -> output("leaves"));

    assertThat(output.out()).asString().isEqualTo("done\n");
    ProcessHandle.of(number(pid)).ifPresent(CommandRunnerTest::assertEnds);
  }

  @Test
  void aDescendantWhoseParentEndedIsEndedToo() throws Exception {
    Running running = start("(" + NAP + " & echo $! > %s); echo > %s; " + NAP);

    commands.close();

    assertEnds(running.grandchild());
    running.join();
  }

  @Test
  void aCommandEndedWhileItStartsOthersLeavesNone() throws Exception {
    script("forks", "for i in 1 2 3 4 5 6 7 8 9; do " + NAP + " & done; " + NAP);
    for (int millis = 0; millis < 10; millis++) {
      run(Duration.ofMillis(millis), "forks");
    }

    assertThat(naps()).allSatisfy(CommandRunnerTest::assertEnds);
  }

  @Test
  void aCommandEndsWithAllItStartedWhenTheQuestionsEnd() throws Exception {
    Running running = start(NAP + " & echo $! > %s; echo > %s; wait");

    commands.close();

    assertEnds(running.grandchild());
    running.join();
  }

  @Test
  void anInterruptedThreadEndsItsCommandWithAllItStarted() throws Exception {
    Running running = start(NAP + " & echo $! > %s; echo > %s; wait");

    running.thread().interrupt();

    running.join();
    assertThat(running.thrown().get()).isInstanceOf(InterruptedException.class);
    assertEnds(running.grandchild());
  }

  @Test
  void nothingRunsOnceTheQuestionsEnded() throws Exception {
    Path trace = directory.resolve("trace");
    script("traces", "touch " + trace);
    commands.close();

    assertUnavailable(run(Asking.AMPLE, "traces"), UnavailableReason.TIMED_OUT);
    assertThat(trace).doesNotExist();
  }

  private record Running(
      Thread thread, AtomicReference<Throwable> thrown, ProcessHandle grandchild) {
    void join() throws InterruptedException {
      thread.join(Asking.AMPLE.toMillis());
      assertThat(thread.isAlive()).isFalse();
    }
  }

  /** Starts a script, which writes the number of a child to a file and then to a pipe. */
  private Running start(String text) throws Exception {
    Path pid = directory.resolve("pid");
    Path pipe = FileQuestionTest.pipe(directory.resolve("started"));
    script("parent", String.format(Locale.ROOT, text, pid, pipe));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                run(Duration.ofMinutes(10), "parent");
              } catch (IOException | InterruptedException e) {
                thrown.set(e);
              }
            });
    thread.start();
    assertTimeoutPreemptively(Asking.AMPLE, () -> Files.readAllBytes(pipe));
    return new Running(thread, thrown, ProcessHandle.of(number(pid)).orElseThrow());
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }

  /** A killed process may still be seen for a moment. */
  private static void assertEnds(ProcessHandle process) {
    assertTimeoutPreemptively(
        Asking.AMPLE, () -> assertThat(process.onExit().get().isAlive()).isFalse());
  }

  private static List<ProcessHandle> naps() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").endsWith(NAP))
        .toList();
  }

  private Observation<CommandOutput> run(Duration timeout, String... argv)
      throws IOException, InterruptedException {
    return commands.run(new Command(List.of(argv), timeout));
  }

  private Observation<?> refused(String program) throws InterruptedException {
    try {
      return run(Asking.AMPLE, program);
    } catch (IOException e) {
      return Refusal.of(e, program);
    }
  }

  private CommandOutput output(String... argv) throws IOException, InterruptedException {
    Observation<CommandOutput> answer = run(Asking.AMPLE, argv);
    assertThat(answer).isInstanceOf(Observed.class);
    return ((Observed<CommandOutput>) answer).value();
  }

  private void script(String name, String text) throws IOException {
    Path script = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
