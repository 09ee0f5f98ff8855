package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ScQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs {@code reg} and {@code sc} of Wine, which are made after those of Windows by others:
 * the shape of their output is not ours.
 */
@Tag("wine")
class WineTest {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final Duration FIRST_START = Duration.ofMinutes(5);

  @TempDir static Path folder;

  private static Programs programs = new Programs(List.of());

  @BeforeAll
  static void makePrograms() throws Exception {
    Path wine =
        Stream.of("/usr/bin/wine", "/usr/local/bin/wine", "/opt/wine-stable/bin/wine")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(wine != null, "skipped: needs wine");
    for (String name : List.of("reg", "sc", "wineboot")) {
      Path script = folder.resolve(name + ".exe");
      String prefix = "WINEPREFIX='" + folder.resolve("prefix") + "' WINEDEBUG=-all DISPLAY= ";
      Files.writeString(
          script, "#!/bin/sh\n" + prefix + "exec " + wine + " " + name + " \"$@\" 2>/dev/null\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    programs = new Programs(List.of(folder));
    assumeTrue(
        boot("--init") && boot("--end-session", "--shutdown"), "skipped: wine does not start here");
  }

  /** Not as a question, since that ends all that a program leaves behind, here Wine's server. */
  private static boolean boot(String... options) throws Exception {
    List<String> argv = new ArrayList<>(List.of(folder.resolve("wineboot.exe").toString()));
    argv.addAll(List.of(options));
    Process process =
        new ProcessBuilder(argv)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(FIRST_START.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @AfterAll
  static void endWine() throws Exception {
    if (Files.exists(folder.resolve("prefix"))) {
      boot("--kill");
    }
  }

  @Test
  void readsAServiceFromTheRegistry() throws Exception {
    RegistryKey service = seen(Question.registry(SERVICES + "RpcSs"));

    assertThat(service.number("Start")).isPresent();
    assertThat(service.text("ObjectName")).contains("LocalSystem");
    assertThat(service.complete()).isTrue();
  }

  @Test
  void readsKeysBelow() throws Exception {
    RegistryKey control =
        seen(Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls", 1));

    assertThat(control.key("CodePage").orElseThrow().text("OEMCP").orElseThrow())
        .containsOnlyDigits();
  }

  @Test
  void knowsThatAKeyIsNotThere() throws Exception {
    assertThat(registry(Question.registry(SERVICES + "nothing-of-that-name")))
        .isInstanceOf(Absent.class);
  }

  @Test
  void readsTheStateOfAService() throws Exception {
    Observation<CommandOutput> answer = run("sc.exe", "query", "RpcSs");

    assertThat(answer).isInstanceOf(Observed.class);
    byte[] out = ((Observed<CommandOutput>) answer).value().out();
    assertThat(ScQuery.state(new String(out, StandardCharsets.ISO_8859_1))).isIn(1, 4);
  }

  private static RegistryKey seen(Question<RegistryKey> question) throws Exception {
    Observation<?> answer = registry(question);
    assertThat(answer).isInstanceOf(Observed.class);
    return (RegistryKey) ((Observed<?>) answer).value();
  }

  private static Observation<?> registry(Question<RegistryKey> question) throws Exception {
    try (CommandRunner commands = new CommandRunner(programs)) {
      return new LiveRegistry(commands).answer((Question.Registry) question);
    }
  }

  private static Observation<CommandOutput> run(String... argv) throws Exception {
    try (CommandRunner commands = new CommandRunner(programs)) {
      return commands.run(new Question.Command(List.of(argv), FIRST_START));
    }
  }
}
