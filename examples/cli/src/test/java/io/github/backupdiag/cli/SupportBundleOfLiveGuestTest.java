package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.RecordingGuest;
import io.github.backupdiag.guest.SupportBundle;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A support bundle of a guest that runs. */
class SupportBundleOfLiveGuestTest {

  private static final Clock MORNING =
      Clock.fixed(SampleRoot.RUN.plus(Duration.ofHours(6)), ZoneOffset.UTC);

  private final BackupDiagnosis diagnosis = BackupDiagnosis.builder().clock(MORNING).build();

  @TempDir private Path folder;

  @Test
  void theReportIsTheSameLater() throws Exception {
    FakeGuest guest = guest();
    DiagnosisRequest request = DiagnosisRequest.forError(Codes.NO_SNAPSHOT);
    Report there = diagnosis.with(GuestConnection.class, guest).diagnose(request);
    SupportBundle bundle = SupportBundle.open(bundle(guest));
    Report here =
        BackupDiagnosis.builder()
            .connect(GuestConnection.class, bundle.guest())
            .build()
            .diagnose(DiagnosisRequest.builder().recordedFacts(bundle.facts()).build());
    assertThat(bundle.problems()).isEmpty();
    assertThat(here.status()).isEqualTo(there.status());
    assertThat(json(here)).isEqualTo(json(there));
    assertThat(bundle.guest().nature()).isEqualTo(GuestConnection.Nature.LIVE);
  }

  @Test
  void namesWhatCouldNotBeReadAndKeepsKeysOut() throws Exception {
    FakeGuest guest = guest().denied("/etc/waagent.conf");
    Map<String, byte[]> entries = SupportBundleTest.entries(bundle(guest));
    String manifest = text(entries.get("backup-diag-bundle.json"));
    assertThat(manifest)
        .contains("{\"path\": \"/etc/waagent.conf\", \"reason\": \"not permitted\"}");
    assertThat(entries).doesNotContainKey("guest/etc/waagent.conf");
    assertThat(entries.keySet()).noneMatch(name -> name.matches(".*\\.(prv|crt|p7m|pem)"));
    assertThat(text(entries.get("answers/paths.txt"))).doesNotContain(".prv", ".crt");
  }

  private FakeGuest guest() throws IOException {
    SampleRoot root = SampleRoot.of(Distribution.DEBIAN_12, folder.resolve("root"));
    return Rooted.live(root.append(SampleRoot.CONFIG, "Extensions.Enabled=n\n"))
        .space("/", 30_000_000_000L, 20_000_000_000L)
        .file(
            "/proc/self/mountinfo",
            "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,discard\n");
  }

  private Path bundle(FakeGuest guest) throws IOException {
    RecordingGuest recording = RecordingGuest.of(guest);
    FactSet facts =
        diagnosis
            .with(GuestConnection.class, recording)
            .gather(DiagnosisRequest.forError(Codes.NO_SNAPSHOT));
    Path zip = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      SupportBundle.write(facts, recording, "test", Instant.EPOCH, out);
    }
    return zip;
  }

  private static String json(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    Renderers.json().render(report, Locale.ENGLISH, out);
    return out.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
