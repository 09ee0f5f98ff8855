package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not speak of backups must not be taken for it. */
class UnrelatedTextTest {

  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "{}",
        "点\u33e0 1_2 ½ \u3358",
        "모든 국민은 법 앞에 평등하다. 누구든지 성별·종교 또는 사회적 신분에 의하여 차별을 받지 아니한다.",
        "日本国民は、正当に選挙された国会における代表者を通じて行動し、平和を念願する。",
        "所有員工請於星期五之前完成網路安全訓練，並將證書上傳至人事系統。",
        "请在重新启动服务器之前保存您的工作，否则未保存的数据可能会丢失。",
        "Die Würde des Menschen ist unantastbar. Sie zu achten und zu schützen ist Verpflichtung.",
        "2026/01/01 10:00:00.000000 INFO ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running",
        "Jan  1 10:00:00 web sshd[812]: Failed password for invalid user admin from 10.0.0.9 port 40022",
        "The backup operation completed. The VM agent status is Ready and the network is available.",
        "Exception in thread \"main\" java.lang.NullPointerException: agent at a.b.BackupFailedHandler.run",
      })
  void nothing_is_recognised(String text) {
    assertNothing("given text", text);
  }

  @Test
  void licence_texts() throws IOException {
    assertNothingIn(Path.of("/usr/share/common-licenses"), "");
  }

  @Test
  void word_lists() throws IOException {
    assertNothingIn(Path.of("/usr/share/dict"), "");
  }

  @Test
  void message_catalogues_of_the_system() throws IOException {
    assertNothingIn(Path.of("/usr/share/locale"), ".mo");
  }

  @Test
  void resources_of_the_jdk() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    assertNothingIn(base, ".properties");
    assertNothingIn(base.resolve("sun/launcher/resources"), ".class");
  }

  private static void assertNothingIn(Path folder, String ending) throws IOException {
    assumeTrue(Files.isDirectory(folder), folder + " is not on this machine");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
              .limit(150)
              .toList();
    }
    assumeTrue(!files.isEmpty(), folder + " holds no such files");
    for (Path file : files) {
      assertNothing(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
  }

  private static void assertNothing(String what, String text) {
    IntakeResult read = INTAKE.read(text);
    assertThat(List.of(read.incidents(), read.matches(), read.unknownCodes()))
        .as(what)
        .allMatch(List::isEmpty);
    assertThat(read.language()).as(what).isNull();
  }
}
