package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gather --bundle-out} writes what {@code diagnose --bundle} reads back. */
class SupportBundleTest {

  private static final Path DISK_FULL = Path.of("samples", "disk-full");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "text", "markdown", "html"})
  void theReportOfASampleIsTheSame(String format) throws Exception {
    String error = Files.readString(DISK_FULL.resolve("error.txt"));
    assertSameReport(
        DISK_FULL, List.of("--error", error), List.of("--format", format, "--lang", "ja"));
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void theReportOfAnAilingGuestIsTheSame(Ailment ailment) throws Exception {
    Path root = ailment.in(folder.resolve("root"), Distribution.DEBIAN_12).directory();
    assertSameReport(root, List.of(), List.of("--format", "json"));
    assertSameReport(root, List.of("--error", Codes.NO_SNAPSHOT), List.of("--format", "json"));
    assertSameReport(
        root, List.of("--failed-at", "2026-03-14T11:16:10+09:00"), List.of("--format", "json"));
  }

  @Test
  void theReportOfWhatAScriptPrintedIsTheSame() throws Exception {
    Path script = folder.resolve("guest.txt");
    Files.writeString(
        script,
        """
        backup-diag-guest 1 linux
        i clock 1773454510
        f 1048576 /etc/os-release
        |ID=ubuntu
        |VERSION_ID="22.04"
        |
        f 1048576 /sys/class/dmi/id/chassis_asset_tag
        |7783-7084-3265-9085-8269-3286-77
        |
        z 21 1773000000 /etc/waagent.conf
        f 1048576 /etc/waagent.conf
        |Extensions.Enabled=n
        |
        .
        """);
    Path zip = folder.resolve("made.zip");
    Run.of("gather", "--bundle", script.toString(), "--bundle-out", zip.toString());
    Run run = Run.of("diagnose", "--bundle", zip.toString(), "--format", "json");
    assertThat(run)
        .isEqualTo(Run.of("diagnose", "--bundle", script.toString(), "--format", "json"));
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    byte[] bytes = Files.readAllBytes(zip);
    assertThat(
            Run.withInput(
                new ByteArrayInputStream(bytes), "diagnose", "--bundle", "-", "--format", "json"))
        .isEqualTo(run);
  }

  private void assertSameReport(Path root, List<String> request, List<String> format)
      throws Exception {
    Path zip = folder.resolve("made.zip");
    Run gathered =
        run(List.of("gather", "--root", root.toString(), "--bundle-out", zip.toString()), request);
    assertThat(gathered).isEqualTo(new Run(ExitStatus.OK, "", ""));
    Run there = run(List.of("diagnose", "--root", root.toString()), request, format);
    assertThat(run(List.of("diagnose", "--bundle", zip.toString()), format)).isEqualTo(there);
    assertThat(run(List.of("diagnose", "--bundle", zip.toString()), request, format))
        .isEqualTo(there);
  }

  @SafeVarargs
  private static Run run(List<String>... parts) {
    List<String> words = new ArrayList<>();
    for (List<String> part : parts) {
      words.addAll(part);
    }
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void holdsManifestFactsAndFiles() throws Exception {
    Path zip = bundle(DISK_FULL);
    Map<String, byte[]> entries = entries(zip);
    assertThat(entries.keySet())
        .startsWith("backup-diag-bundle.json", "facts.json", "README.txt")
        .contains("guest/etc/waagent.conf", "guest/var/log/waagent.log", "answers/paths.txt");
    assertThat(entries.get("guest/etc/waagent.conf"))
        .isEqualTo(Files.readAllBytes(DISK_FULL.resolve("etc/waagent.conf")));
    Schema.FACTS.read(text(entries.get("facts.json")));
  }

  @Test
  void theManifestCountsWhatIsThere() throws Exception {
    SampleRoot root = SampleRoot.of(Distribution.UBUNTU_22_04, folder.resolve("root"));
    root.append(SampleRoot.CONFIG, "HttpProxy.Host=http://u:geheim99@proxy.example:8080/\n");
    Map<String, byte[]> entries = entries(bundle(root.directory()));
    JsonNode manifest = new ObjectMapper().readTree(entries.get("backup-diag-bundle.json"));
    JsonNode counts = manifest.get("counts");
    assertThat(counts.get("files").asInt()).isEqualTo(manifest.get("files").size()).isPositive();
    assertThat(counts.get("answers").asInt()).isEqualTo(manifest.get("answers").size());
    assertThat(counts.get("leftOut").asInt()).isEqualTo(manifest.get("leftOut").size());
    assertThat(manifest.get("files").size() + manifest.get("answers").size())
        .isEqualTo(entries.size() - 3);
    assertThat(counts.get("replaced").asInt()).isEqualTo(1);
    for (JsonNode file : manifest.get("files")) {
      String entry = file.get("entry").asText();
      assertThat(entries).containsKey(entry);
      assertThat(file.get("bytes").asInt()).isEqualTo(entries.get(entry).length);
      assertThat(file.get("replaced").asInt())
          .isEqualTo(file.get("path").asText().equals("/etc/waagent.conf") ? 1 : 0);
    }
  }

  @Test
  void tellsNothingOfTheMachineThatMadeIt() throws Exception {
    Path root = SampleRoot.of(Distribution.RHEL_9, folder.resolve("copied-to-here")).directory();
    for (byte[] content : entries(bundle(root)).values()) {
      assertThat(text(content)).doesNotContain(folder.toString(), "copied-to-here");
    }
  }

  @Test
  void isTheSameToTheByteButForItsTime() throws Exception {
    Path root = SampleRoot.of(Distribution.SLES_15, folder.resolve("root")).directory();
    Map<String, byte[]> one = entries(bundle(root));
    Map<String, byte[]> other = entries(bundle(root));
    assertThat(List.copyOf(one.keySet())).isEqualTo(List.copyOf(other.keySet()));
    one.forEach(
        (name, content) ->
            assertThat(withoutTime(other.get(name))).isEqualTo(withoutTime(content)));
  }

  private static String withoutTime(byte[] content) {
    return text(content).replaceFirst("\"madeAt\": \"[^\"]*\"", "");
  }

  @Test
  void writesFactsBesideTheBundle() throws Exception {
    Path facts = folder.resolve("facts.json");
    Path zip = folder.resolve("made.zip");
    Run.of(
        "gather",
        "--root",
        DISK_FULL.toString(),
        "--out",
        facts.toString(),
        "--bundle-out",
        zip.toString());
    assertThat(entries(zip).get("facts.json")).isEqualTo(Files.readAllBytes(facts));
  }

  @Test
  void onlyItsOwnerReadsItAndNothingElseIsLeft() throws Exception {
    Path zip = bundle(DISK_FULL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("made.zip");
  }

  @Test
  void aBundleOfFactsAloneIsOne() throws Exception {
    Path facts = folder.resolve("facts.json");
    Run.of("gather", "--root", DISK_FULL.toString(), "--out", facts.toString());
    Path zip = folder.resolve("made.zip");
    Run.of("gather", "--facts", facts.toString(), "--bundle-out", zip.toString());
    assertThat(Run.of("diagnose", "--bundle", zip.toString(), "--format", "json").status())
        .isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void anotherErrorIsLookedForInItsFiles() throws Exception {
    Path root =
        Ailment.EXTENSIONS_DISABLED.in(folder.resolve("root"), Distribution.DEBIAN_12).directory();
    Path zip = folder.resolve("made.zip");
    String narrow = "UserErrorBcmPremiumStorageQuotaError";
    Run.of("gather", "--root", root.toString(), "--error", narrow, "--bundle-out", zip.toString());
    Run run =
        Run.of(
            "diagnose",
            "--bundle",
            zip.toString(),
            "--error",
            Codes.NO_SNAPSHOT,
            "--format",
            "json");
    assertThat(run.err()).isEmpty();
    JsonReport.of(run);
    assertThat(run.out()).contains(Codes.NO_SNAPSHOT);
  }

  @Test
  void withPseudonymsItHoldsFactsAlone() throws Exception {
    Path zip = folder.resolve("made.zip");
    Run.of(
        "gather", "--root", DISK_FULL.toString(), "--pseudonymize", "--bundle-out", zip.toString());
    assertThat(entries(zip))
        .containsOnlyKeys("backup-diag-bundle.json", "facts.json", "README.txt");
    assertThat(Run.of("diagnose", "--bundle", zip.toString()).status())
        .isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void aBundleIsNotBundledAgain() throws Exception {
    Path zip = bundle(DISK_FULL);
    Run run =
        Run.of(
            "gather",
            "--bundle",
            zip.toString(),
            "--bundle-out",
            folder.resolve("again.zip").toString());
    assertThat(run.err()).contains("a support bundle already").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(folder.resolve("again.zip")).doesNotExist();
  }

  @Test
  void standsInADirectoryOfBundles() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    Files.move(bundle(DISK_FULL), many.resolve("a.zip"));
    Run run = Run.of("diagnose", "--bundle-dir", many.toString());
    assertThat(run.out()).contains("\"id\":\"a.zip\"", "guest-disk-full").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  private Path bundle(Path root) {
    Path zip = folder.resolve("made.zip");
    Run run = Run.of("gather", "--root", root.toString(), "--bundle-out", zip.toString());
    assertThat(run).isEqualTo(new Run(ExitStatus.OK, "", ""));
    return zip;
  }

  static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
