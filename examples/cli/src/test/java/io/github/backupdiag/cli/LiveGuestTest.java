package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest that runs: what was last night, what is now, and what does not fit together. */
class LiveGuestTest {

  private static final Clock MORNING =
      Clock.fixed(SampleRoot.RUN.plus(Duration.ofHours(6)), ZoneOffset.UTC);

  private static final List<String> INODES =
      List.of(
          "stat",
          "-f",
          "-c",
          "%c %d %n",
          "/",
          "/var",
          "/var/lib/waagent",
          "/var/log",
          "/etc/azure");

  @TempDir private Path folder;

  @Test
  void confirmsNothingOnAHealthyGuest() throws Exception {
    FakeGuest guest = running(SampleRoot.of(Distribution.DEBIAN_12, folder));
    JsonReport report = report(diagnosis(guest).build(), guest);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.tree().get("status").asText()).isEqualTo("COMPLETE");
  }

  @Test
  void aDiskThatWasFullLastNightAndHasRoomNowIsConfirmedAndHealed() throws Exception {
    FakeGuest guest = running(Ailment.DISK_FULL.in(folder, Distribution.DEBIAN_12));
    JsonNode cause = report(diagnosis(guest).build(), guest).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo("guest-disk-full");
    assertThat(cause.get("healed").asBoolean()).isTrue();
    assertThat(cause.get("evidence").toString())
        .contains("\"stance\":\"for\",\"when\":\"AT_FAILURE\"")
        .contains("\"stance\":\"against\",\"when\":\"NOW\"");
  }

  @Test
  void aDiskThatIsStillFullIsNotHealed() throws Exception {
    FakeGuest guest = running(Ailment.DISK_FULL.in(folder, Distribution.DEBIAN_12));
    guest.space("/var", 30_000_000_000L, 4096);
    JsonNode cause = report(diagnosis(guest).build(), guest).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo("guest-disk-full");
    assertThat(cause.get("healed").asBoolean()).isFalse();
  }

  @Test
  void twoRulesThatDisagreeAboutTheSameTimeAreContradictory() throws Exception {
    FakeGuest guest = running(Ailment.EXTENSIONS_DISABLED.in(folder, Distribution.DEBIAN_12));
    JsonReport report = report(diagnosis(guest).add(new Disagreeing()).build(), guest);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.causes("contradictory"))
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.get("id").asText()).isEqualTo("extensions-disabled-in-agent-config");
              assertThat(cause.get("evidence").findValuesAsText("stance"))
                  .containsExactly("for", "against");
            });
  }

  private static FakeGuest running(SampleRoot root) throws IOException {
    return Rooted.live(root)
        .space("/", 30_000_000_000L, 20_000_000_000L)
        .command(INODES, 0, "1966080 1800000 /\n1966080 1800000 /var\n")
        .file(
            "/proc/self/mountinfo",
            "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,discard\n");
  }

  private static BackupDiagnosisBuilder diagnosis(FakeGuest guest) {
    return BackupDiagnosis.builder().clock(MORNING).connect(GuestConnection.class, guest);
  }

  private static JsonReport report(BackupDiagnosis diagnosis, FakeGuest guest) throws IOException {
    Report report = diagnosis.diagnose(DiagnosisRequest.forError(Codes.NO_SNAPSHOT));
    assertThat(report.problems()).isEmpty();
    assertThat(guest.asked()).isNotEmpty();
    StringBuilder out = new StringBuilder();
    Renderers.json().render(report, Locale.ENGLISH, out);
    return JsonReport.of(out.toString());
  }

  /** Holds that extensions are switched on, whatever the configuration says. */
  private static final class Disagreeing implements Diagnostic {

    @Override
    public DiagnosticDescriptor descriptor() {
      return DiagnosticDescriptor.of("test.disagreeing", "extensions-disabled-in-agent-config")
          .needs(GuestFacts.AGENT_CONFIG);
    }

    @Override
    public Verdict diagnose(Facts facts) {
      return Verdict.ruledOut(
          When.NOW, Evidence.of(GuestFacts.AGENT_CONFIG, Phrase.literal("they are on")));
    }
  }
}
