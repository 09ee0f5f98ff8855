package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.cli.Misdeeds.Deed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tests of a whole run would see if the program did something it must not. */
class StraceTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "CONNECT|SEND|START")
  void seesEachChange(Deed deed) throws Exception {
    Strace strace = traced(deed);
    assertThat(strace.changes()).singleElement().asString().contains("victim");
    assertThat(strace.addresses()).isEmpty();
    assertThat(strace.processes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "SEND"})
  void seesEachAddress(Deed deed) throws Exception {
    assertThat(traced(deed).addresses()).anyMatch(call -> call.contains("127.0.0.1"));
  }

  @Test
  void seesAProcess() throws Exception {
    assertThat(traced(Deed.START).processes()).hasSize(1);
  }

  private Strace traced(Deed deed) throws Exception {
    Strace strace = Strace.into(folder);
    Path file = Files.writeString(Files.createDirectory(folder.resolve("victim")).resolve("a"), "");
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(Strace.JAVA);
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Misdeeds.class.getName()));
    java.addAll(List.of(deed.name(), file.toString()));
    Process process =
        new ProcessBuilder(strace.around(java.toArray(String[]::new)))
            .redirectErrorStream(true)
            .start();
    assertThat(Jar.read(process.getInputStream())).isEmpty();
    assertThat(process.waitFor()).isZero();
    return strace;
  }
}
