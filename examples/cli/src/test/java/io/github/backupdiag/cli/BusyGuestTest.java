package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running guest whose state now says nothing of a backup hours ago. */
class BusyGuestTest {

  private static final Clock MORNING =
      Clock.fixed(SampleRoot.RUN.plus(Duration.ofHours(6)), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void loadShortMemoryAndADiskThatIsNearlyFullConfirmNothing() throws Exception {
    FakeGuest guest =
        running()
            .space("/", 30_000_000_000L, 3_000_000_000L)
            .file("/proc/loadavg", "40.0 40.0 40.0 40/999 5678\n")
            .file("/proc/stat", "cpu 1\ncpu0 1\ncpu1 1\n")
            .file("/proc/pressure/cpu", "some avg10=99.0 avg60=99.0 avg300=99.0 total=1\n")
            .file("/proc/meminfo", "MemTotal: 4000000 kB\nMemAvailable: 9000 kB\n");
    assertThat(report(guest).confirmed()).isEmpty();
    assertThat(state("guest-cpu-memory-high", guest)).isEqualTo("open");
  }

  @Test
  void selinuxAndFipsModeThatDoNoHarmConfirmNothing() throws Exception {
    FakeGuest guest =
        running()
            .space("/", 30_000_000_000L, 20_000_000_000L)
            .file("/sys/fs/selinux/enforce", "1")
            .file("/var/log/audit/audit.log", "type=LOGIN msg=audit(1773454509.000:1): uid=0\n")
            .file("/proc/sys/crypto/fips_enabled", "1\n");
    assertThat(report(guest).confirmed()).isEmpty();
  }

  @Test
  void anAgentThatFellSilentWhileItRunsIsHung() throws Exception {
    FakeGuest guest = running().space("/", 30_000_000_000L, 20_000_000_000L);
    SampleRoot root = SampleRoot.of(Distribution.RHEL_9, folder.resolve("silent"));
    guest.file(
        "/var/log/waagent.log",
        java.nio.file.Files.readString(root.directory().resolve(SampleRoot.AGENT_LOG)));
    JsonNode cause = report(guest).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo("linux-agent-hung");
  }

  private FakeGuest running() throws Exception {
    return Rooted.live(SampleRoot.of(Distribution.RHEL_9, folder))
        .file(
            "/proc/self/mountinfo",
            "22 1 8:1 / / rw,relatime shared:1 - xfs /dev/sda1 rw,discard\n");
  }

  private static String state(String cause, FakeGuest guest) throws Exception {
    List<JsonNode> found =
        report(guest).elements("causes").stream()
            .filter(each -> each.get("id").asText().equals(cause))
            .toList();
    return found.get(0).get("state").asText();
  }

  private static JsonReport report(FakeGuest guest) throws Exception {
    Report report =
        BackupDiagnosis.builder()
            .clock(MORNING)
            .connect(GuestConnection.class, guest)
            .build()
            .diagnose(DiagnosisRequest.forError(Codes.NO_SNAPSHOT));
    assertThat(report.problems()).isEmpty();
    StringBuilder out = new StringBuilder();
    Renderers.json().render(report, Locale.ENGLISH, out);
    return JsonReport.of(out.toString());
  }
}
