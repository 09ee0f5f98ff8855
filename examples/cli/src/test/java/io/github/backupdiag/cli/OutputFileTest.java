package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir private Path folder;

  @Test
  void putsWholeFileInItsPlace() throws Exception {
    Path target = Files.writeString(folder.resolve("facts.json"), "old");
    try (OutputFile file = OutputFile.create(target)) {
      assertThat(target).hasContent("old");
      file.write(FactSet.empty());
    }
    assertThat(target).content().contains("\"facts\"");
    assertThat(names()).containsExactly("facts.json");
  }

  @Test
  void leavesNothingWhenGivenUp() throws Exception {
    try (OutputFile file = OutputFile.create(folder.resolve("facts.json"))) {
      assertThat(file).isNotNull();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void letsOnlyTheOwnerRead() throws Exception {
    Path target = folder.resolve("facts.json");
    try (OutputFile file = OutputFile.create(target)) {
      file.write(FactSet.empty());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void writesThroughLinkAndKeepsIt() throws Exception {
    Path real = Files.createFile(folder.resolve("real.json"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
    try (OutputFile file = OutputFile.create(link)) {
      file.write(FactSet.empty());
    }
    assertThat(link).isSymbolicLink();
    assertThat(real).content().contains("\"facts\"");
  }

  @Test
  void writesToDeviceWithoutReplacingIt() throws Exception {
    Path device = Path.of("/dev/null");
    try (OutputFile file = OutputFile.create(device)) {
      file.write(FactSet.empty());
    }
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(Files.exists(device)).isTrue();
  }

  private Stream<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
