package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.cli.Ailment.Codes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A support bundle that was cut, changed or made up is never trusted blindly and never a crash. */
class SupportBundleDamageTest {

  private static final String MANIFEST = "backup-diag-bundle.json";
  private static final String LOG = "guest/var/log/waagent.log";

  @TempDir private Path folder;
  private Path zip;
  private Map<String, byte[]> entries;

  @BeforeEach
  void make() throws IOException {
    zip = folder.resolve("made.zip");
    Run.of(
        "gather",
        "--root",
        Path.of("samples", "disk-full").toString(),
        "--error",
        Codes.NO_SNAPSHOT,
        "--bundle-out",
        zip.toString());
    entries = SupportBundleTest.entries(zip);
  }

  @Test
  void givesTheSameCausesWhereverItIsCutBehindItsFacts() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    int used = 0;
    for (int at = 0; at < whole.length - 1; at += 997) {
      Files.write(zip, Arrays.copyOf(whole, at));
      Run run = diagnose();
      if (run.out().isEmpty()) {
        assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(run.err()).hasLineCount(1).doesNotContain("internal error");
      } else {
        assertThat(JsonReport.of(run).onlyConfirmed().get("id").asText())
            .isEqualTo("guest-disk-full");
        used++;
      }
    }
    assertThat(used).isPositive();
  }

  @Test
  void tellsInTheReportThatItWasCut() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length * 2 / 3));
    Run run = diagnose();
    assertThat(run.err()).contains("damaged or cut", "lie behind the damage");
    assertThat(JsonReport.of(run).tree().at("/status").asText()).isEqualTo("PARTIAL");
    assertThat(JsonReport.of(run).elements("problems").toString()).contains("damaged or cut");
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void tellsWhichFilesWereChangedOrTakenOut() throws IOException {
    entries.put(LOG, "2026-03-14T02:15:13Z ERROR nothing\n".getBytes(StandardCharsets.UTF_8));
    entries.remove("guest/etc/waagent.conf");
    write();
    assertThat(diagnose().err())
        .contains("1 of its files were changed after the bundle was made", LOG)
        .contains("1 of its files are missing: guest/etc/waagent.conf");
  }

  @Test
  void tellsThatFactsWereChanged() throws IOException {
    replace("facts.json", "No space left", "No  space left");
    assertThat(diagnose().err()).contains("facts.json was changed").hasLineCount(1);
  }

  @Test
  void usesNoEntryThatIsNotInTheManifestWhateverItsName() throws IOException {
    for (String name : new String[] {"../../evil", "/etc/passwd", "C:\\x", "guest/../y", "\0"}) {
      entries.put(name, new byte[] {1, 2, 3});
    }
    write();
    Run run = diagnose();
    assertThat(run.err()).contains("5 entries are not in its manifest").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(folder.toFile().list()).containsExactly("made.zip");
  }

  @Test
  void stopsAtEntriesThatAreLargerThanAnyBundle() throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      write(out);
      out.putNextEntry(new ZipEntry("guest/zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 600; i++) {
        out.write(zeros);
      }
    }
    Run run = diagnose();
    assertThat(run.err()).contains("larger than 512 MiB");
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void refusesWhatHasNoManifestOrFactsThatCanBeRead() throws IOException {
    byte[] facts = entries.get("facts.json");
    entries.put("facts.json", "{\"facts\": ]".getBytes(StandardCharsets.UTF_8));
    write();
    assertRefused("facts.json:1: ");
    entries.remove("facts.json");
    write();
    assertRefused("holds no facts");
    entries = new LinkedHashMap<>(Map.of(MANIFEST, entries.get(MANIFEST)));
    entries.put("facts.json", facts);
    replace(MANIFEST, "\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2.0\"");
    assertRefused("of a newer version");
    entries.put(MANIFEST, "no manifest".getBytes(StandardCharsets.UTF_8));
    write();
    assertRefused("its manifest is damaged");
  }

  private void assertRefused(String why) {
    Run run = diagnose();
    assertThat(run.err()).contains("made.zip", why).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void anyByteMayBeWrong() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(zip, damaged);
      Run run = diagnose();
      assertThat(run.err()).doesNotContain("internal error", "Exception");
      if (!run.out().isEmpty()) {
        JsonReport.of(run);
      }
    }
  }

  private Run diagnose() {
    return Run.of("diagnose", "--bundle", zip.toString(), "--format", "json");
  }

  private void replace(String entry, String old, String now) throws IOException {
    String text = new String(entries.get(entry), StandardCharsets.UTF_8);
    assertThat(text).contains(old);
    entries.put(entry, text.replace(old, now).getBytes(StandardCharsets.UTF_8));
    write();
  }

  private void write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      write(out);
    }
    Files.write(zip, bytes.toByteArray());
  }

  private void write(ZipOutputStream out) throws IOException {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      out.putNextEntry(new ZipEntry(entry.getKey()));
      out.write(entry.getValue());
      out.closeEntry();
    }
  }
}
