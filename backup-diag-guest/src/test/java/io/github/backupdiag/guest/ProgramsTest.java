package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  @TempDir Path first;
  @TempDir Path second;

  @Test
  void theFirstDirectoryThatHoldsTheProgramCounts() throws Exception {
    program(second, "tool");
    Programs programs = new Programs(List.of(first, second));
    assertThat(programs.find("tool")).isEqualTo(second.resolve("tool"));

    program(first, "tool");
    assertThat(programs.find("tool")).isEqualTo(first.resolve("tool"));
  }

  @Test
  void aProgramThatMayNotBeRunIsPassedOverForOneThatMay() throws Exception {
    Files.writeString(first.resolve("tool"), "");
    program(second, "tool");

    assertThat(new Programs(List.of(first, second)).find("tool")).isEqualTo(second.resolve("tool"));
  }

  @Test
  void aDirectoryIsNoProgram() throws Exception {
    Files.createDirectory(first.resolve("tool"));

    assertMissing(new Programs(List.of(first)), "tool");
  }

  @Test
  void anAbsolutePathIsNotSearched() throws Exception {
    Path tool = program(first, "tool");

    assertThat(new Programs(List.of()).find(tool.toString())).isEqualTo(tool);
  }

  @Test
  void aRelativePathIsNotRunFromTheWorkingDirectory() {
    assertMissing(new Programs(List.of(first)), "./tool");
  }

  @Test
  void relativeDirectoriesOfTheSearchPathArePassedOver() throws Exception {
    program(first, "tool-of-this-test");
    String searchPath = String.join(File.pathSeparator, "", ".", "bin", first.toString());

    assertThat(Programs.on(searchPath).find("tool-of-this-test"))
        .isEqualTo(first.resolve("tool-of-this-test"));
  }

  @Test
  void systemDirectoriesAreSearchedEvenWithoutASearchPath() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs /bin/sh");

    assertThat(Programs.on(null).find("sh")).isExecutable();
  }

  @Test
  void onWindowsOnlyItsOwnFolderIsSearched() throws Exception {
    Path system = Files.createDirectories(second.resolve("System32/wbem")).getParent();
    Programs programs =
        Programs.ofSystem(Map.of("SystemRoot", second.toString(), "PATH", first.toString()));
    program(first, "reg.exe");
    assertMissing(programs, "reg.exe");

    program(system, "reg.exe");
    program(system.resolve("wbem"), "winmgmt.exe");
    assertThat(programs.find("reg")).isEqualTo(system.resolve("reg.exe"));
    assertThat(programs.find("winmgmt.exe")).isEqualTo(system.resolve("wbem/winmgmt.exe"));

    Path native64 = Files.createDirectory(second.resolve("Sysnative"));
    program(native64, "reg.exe");
    assertThat(programs.find("reg.exe")).isEqualTo(native64.resolve("reg.exe"));
  }

  @Test
  void elsewhereTheSearchPathCounts() throws Exception {
    program(first, "tool-of-this-test");

    assertThat(Programs.ofSystem(Map.of("PATH", first.toString())).find("tool-of-this-test"))
        .isEqualTo(first.resolve("tool-of-this-test"));
  }

  private static void assertMissing(Programs programs, String name) {
    assertThatThrownBy(() -> programs.find(name)).isInstanceOf(NoSuchFileException.class);
  }

  private static Path program(Path directory, String name) throws Exception {
    Path program = Files.writeString(directory.resolve(name), "");
    assumeTrue(program.toFile().setExecutable(true), "skipped: needs executable files");
    return program;
  }
}
