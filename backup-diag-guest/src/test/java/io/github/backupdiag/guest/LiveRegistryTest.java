package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry behind a program of the name {@code reg.exe}, here a script. */
class LiveRegistryTest {

  private static final String VSS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS";

  @TempDir Path programs;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs /bin/sh");
  }

  @Test
  void readsAKeyInItsSixtyFourBitView() throws Exception {
    reg("[ \"$*\" = 'query " + VSS + " /reg:64' ] || exit 1", line(VSS), value("0x3"));

    assertThat(seen(Question.registry(VSS)).number("Start")).hasValue(3);
  }

  @Test
  void readsTheKeysBelowInOneGo() throws Exception {
    reg(
        "[ \"$*\" = 'query " + VSS + " /s /reg:64' ] || exit 1",
        line(VSS + "\\Diag"),
        value("0x3"));

    assertThat(seen(Question.registry(VSS, 1)).key("Diag").orElseThrow().number("Start"))
        .hasValue(3);
  }

  @Test
  void whatTheKeyAboveDoesNotListIsAbsent() throws Exception {
    reg("case $2 in *VSS) exit 1;; esac", line(above(VSS) + "\\other"));

    assertThat(answer(Question.registry(VSS))).isInstanceOf(Absent.class);
    assertThat(answer(Question.registry(VSS + "\\a\\b"))).isInstanceOf(Absent.class);
  }

  @Test
  void whatTheKeyAboveListsIsRefused() throws Exception {
    reg("case $2 in *VSS) exit 1;; esac", line(VSS));

    assertUnavailable(answer(Question.registry(VSS)), UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void aKeyWithoutAnythingIsThereAllTheSame() throws Exception {
    reg("case $2 in *VSS) exit 0;; esac", line(VSS));

    assertThat(seen(Question.registry(VSS)))
        .isEqualTo(new RegistryKey("VSS", List.of(), List.of(), true));
  }

  @Test
  void aSilentProgramSaysNothing() throws Exception {
    reg("exit 0");

    assertUnavailable(answer(Question.registry(VSS)), UnavailableReason.FAILED);
  }

  @Test
  void aRefusalFurtherDownLeavesTheAnswerIncomplete() throws Exception {
    reg("", line(VSS), value("0x3"), "exit 1");

    assertThat(seen(Question.registry(VSS, 1)).complete()).isFalse();
  }

  @Test
  void decodesWithTheCodePageOfTheConsole() throws Exception {
    reg(
        "case $2 in *CodePage)",
        line("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage"),
        "echo '    OEMCP    REG_SZ    850'; exit 0;; esac",
        line(VSS),
        "printf '    Start    REG_SZ    f\\201r\\n'");

    assertThat(seen(Question.registry(VSS)).text("Start")).contains("für");
  }

  @Test
  void aSystemWithoutThatProgramSaysSo() throws Exception {
    assertUnavailable(answer(Question.registry(VSS)), UnavailableReason.FAILED).contains("reg.exe");
  }

  @Test
  void aNameWithoutItsRootIsNoKey() throws Exception {
    reg("exit 0");

    assertUnavailable(answer(Question.registry("/s")), UnavailableReason.FAILED).contains("/s");
  }

  @Test
  void anotherSystemHasNoRegistryAndStartsNothing() throws Exception {
    reg("echo '" + VSS + "'");
    LocalGuest linux =
        new LocalGuest(programs.getFileSystem(), new Programs(List.of(programs)), false);

    assertThat(Asking.ask(linux, Question.registry(VSS))).isInstanceOf(Absent.class);
  }

  private static String line(String key) {
    return "echo 'HKEY_LOCAL_MACHINE" + key.substring(4) + "'";
  }

  private static String value(String number) {
    return "echo '    Start    REG_DWORD    " + number + "'";
  }

  private static String above(String key) {
    return key.substring(0, key.lastIndexOf('\\'));
  }

  private void reg(String... lines) throws Exception {
    Path script = programs.resolve("reg.exe");
    Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private RegistryKey seen(Question<RegistryKey> question) throws Exception {
    Observation<?> answer = answer(question);
    assertThat(answer).isInstanceOf(Observed.class);
    return (RegistryKey) ((Observed<?>) answer).value();
  }

  private Observation<?> answer(Question<RegistryKey> question) throws Exception {
    try (CommandRunner commands = new CommandRunner(new Programs(List.of(programs)))) {
      LiveRegistry registry = new LiveRegistry(commands);
      return Batch.answer(
              List.of(question), Asking.AMPLE, asked -> registry.answer((Question.Registry) asked))
          .to(question);
    }
  }
}
