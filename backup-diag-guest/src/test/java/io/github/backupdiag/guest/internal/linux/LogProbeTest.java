package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far back the agent's log is read, and in which order. */
class LogProbeTest {

  private static final String LOG = "/var/log/waagent.log";
  private static final Instant FAILED = Instant.parse("2026-03-14T02:20:00Z");

  @Test
  void readsOlderPartsInTheOrderOfTheirLines() throws IOException {
    FakeGuest guest =
        FakeGuest.live()
            .file(LOG, line("2026-03-14T02:10:00Z"))
            .file(LOG + ".1", line("2026-03-14T01:50:00Z"))
            .modified(LOG + ".1", Instant.parse("2026-03-14T01:50:00Z"))
            .file(LOG + "-2026-03-14-1773454667.gz", packed(line("2026-03-14T00:10:00Z")))
            .modified(LOG + "-2026-03-14-1773454667.gz", Instant.parse("2026-03-14T01:00:00Z"))
            .file(LOG + "-2026-03-01-1772334667.gz", packed(line("2026-03-01T00:10:00Z")))
            .modified(LOG + "-2026-03-01-1772334667.gz", Instant.parse("2026-03-01T01:00:00Z"));

    assertThat(read(guest, FAILED).events())
        .extracting(event -> event.time() + " " + event.file().substring(LOG.length()))
        .containsExactly(
            "2026-03-14T00:10:00Z -2026-03-14-1773454667.gz",
            "2026-03-14T01:50:00Z .1",
            "2026-03-14T02:10:00Z ");
  }

  @Test
  void readsNoOlderPartThanNeeded() {
    FakeGuest guest =
        FakeGuest.live()
            .file(LOG, line("2026-03-13T23:00:00Z") + line("2026-03-14T02:10:00Z"))
            .file(LOG + ".1", line("2026-03-13T22:00:00Z"));

    assertThat(read(guest, FAILED).events()).hasSize(2);
    assertThat(guest.asked()).hasSize(1);
    assertThat(read(guest, null).events()).extracting(LogEvent::file).contains(LOG + ".1");
  }

  @Test
  void usesWhatIsLeftOfADamagedPart() throws IOException {
    byte[] packed = packed(line("2026-03-14T00:10:00Z") + noise());
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);
    FakeGuest guest =
        FakeGuest.live()
            .file(LOG, line("2026-03-14T02:10:00Z"))
            .file(LOG + ".2.gz", cut)
            .modified(LOG + ".2.gz", FAILED);

    LogEvents log = read(guest, FAILED);
    assertThat(log.events()).hasSize(2);
    assertThat(log.complete()).isFalse();
  }

  private static String noise() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("line ").append(i * 31).append('\n');
    }
    return text.toString();
  }

  private static LogEvents read(FakeGuest guest, @Nullable Instant failedAt) {
    ProbeTester tester =
        ProbeTester.of(new AgentLogProbe())
            .connect(GuestConnection.class, guest)
            .connect(Catalog.class, BackupDiagnosis.builder().build().catalog());
    if (failedAt != null) {
      tester = tester.given(BackupFacts.FAILED_AT, failedAt);
    }
    return tester.observe().observations().get(GuestFacts.AGENT_LOG)
            instanceof Observed<LogEvents> seen
        ? seen.value()
        : new LogEvents(java.util.List.of(), null, null, false);
  }

  private static String line(String time) {
    return time
        + " ERROR Daemon Daemon Agent WALinuxAgent-2.15.0.1 restarted more than 3 times in 300"
        + " seconds\n";
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
