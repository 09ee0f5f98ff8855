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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not speak of backups must not be taken for it. */
class UnrelatedTextTest {

  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  /** Megabytes of log lines; a hundred with {@code -Dintake.megabytes=100}. */
  private static final int PIECES = Integer.getInteger("intake.megabytes", 3);

  private static final int PIECE = 1 << 20;
  private static final List<String> LINES =
      List.of(
          "Jan  1 10:00:00 web-01 sshd[#]: Failed password for invalid user admin from 10.0.0.9 port # ssh2",
          "Jan  1 10:00:00 web-01 systemd[1]: Started Session # of User azureuser.",
          "Jan  1 10:00:00 web-01 systemd[1]: snapd.service: Failed with result 'exit-code'.",
          "Jan  1 10:00:00 web-01 kernel: [#.000001] EXT4-fs (sda1): mounted filesystem with ordered data mode",
          "Jan  1 10:00:00 web-01 kernel: hv_vmbus: registering driver hv_storvsc #",
          "Jan  1 10:00:00 web-01 dhclient[#]: DHCPACK of 10.0.0.4 from 168.63.129.16",
          "10.0.0.7 - - [01/Jan/2026:10:00:00 +0000] \"GET /api/v1/items/# HTTP/1.1\" 200 # \"-\" \"curl/7.88\"",
          "2026-01-01 10:00:00 UTC [#] ERROR:  duplicate key value violates unique constraint \"users_pkey\"",
          "{\"level\":\"error\",\"msg\":\"could not connect to the service\",\"attempt\":#,\"error\":\"timed out\"}",
          "java.io.IOException: Connection reset by peer at sun.nio.ch.FileDispatcherImpl.read0(#)",
          "2026-01-01T10:00:00.000000Z INFO ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the goal state agent [DEBUG HeartbeatCounter: #;HeartbeatId: A]",
          "2026-01-01T10:00:00.000000Z INFO ExtHandler ProcessExtensionsGoalState started [incarnation_# channel: WireServer source: Fabric]",
          "2026-01-01T10:00:00.000000Z INFO ExtHandler [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0] Target handler state: enabled [incarnation_#]",
          "2026-01-01 10:00:00 snapshot # created for volume data in 12 s, retention policy applied",
          "The backup of the database finished in # seconds; 12 files were copied to the storage account.",
          "Event # Information: The Volume Shadow Copy service entered the running state.");

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cs", "de", "en_GB", "es", "fr", "hu", "it", "ja", "ko", "nl", "pl", "pt", "pt_BR", "sv",
        "tr", "zh_CN", "zh_TW"
      })
  void each_message_of_the_programs_of_the_system(String language) throws IOException {
    Path folder = Path.of("/usr/share/locale", language, "LC_MESSAGES");
    for (Path file : files(folder, ".mo", 40)) {
      for (String text : MessageCatalogue.read(file).texts()) {
        assertNothing(file.toString(), text);
      }
    }
  }

  /** Some megabytes, in pieces, as a log is read. */
  @Test
  void ordinary_logs() {
    List<String> lines = new ArrayList<>(LINES);
    LoadedCatalog.with(List.of()).signatures().stream()
        .filter(signature -> signature.severity().equals("benign"))
        .forEach(signature -> lines.add(stamped(signature.literal())));
    Random random = new Random(5);
    for (int piece = 0; piece < PIECES; piece++) {
      StringBuilder log = new StringBuilder(PIECE + 400);
      while (log.length() < PIECE) {
        String line = lines.get(random.nextInt(lines.size()));
        log.append(line.replace("#", Integer.toString(random.nextInt(70_000)))).append('\n');
      }
      // A name of the agent's own may look like a code that we do not know.
      assertThat(INTAKE.read(log.toString()).matches()).as("piece %d", piece).isEmpty();
    }
  }

  private static String stamped(String line) {
    return "2026-01-0#T10:00:00.#Z INFO ExtHandler ExtHandler " + line;
  }

  @Test
  void resources_of_the_jdk() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    assertNothingIn(base, ".properties");
    assertNothingIn(base.resolve("sun/launcher/resources"), ".class");
  }

  private static void assertNothingIn(Path folder, String ending) throws IOException {
    for (Path file : files(folder, ending, 150)) {
      assertNothing(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
  }

  private static List<Path> files(Path folder, String ending, int most) throws IOException {
    assumeTrue(Files.isDirectory(folder), folder + " is not on this machine");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
              .limit(most)
              .toList();
    }
    assumeTrue(!files.isEmpty(), folder + " holds no such files");
    return files;
  }

  private static void assertNothing(String what, String text) {
    IntakeResult read = INTAKE.read(text);
    assertThat(List.of(read.incidents(), read.matches(), read.unknownCodes()))
        .as(what)
        .allMatch(List::isEmpty);
    assertThat(read.language()).as(what).isNull();
  }
}
