package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's own package of the agent: its files are not made by us. */
@Tag("distribution")
class DebianPackageTest {

  private static final String UNIT = "walinuxagent.service";

  @TempDir Path directory;
  private DebianPackage agent;
  private SampleRoot root;

  @BeforeEach
  void unpack() throws Exception {
    agent = DebianPackage.waagent();
    root = agent.in(directory);
  }

  @Test
  void confirmsNothingWhenHealthy() throws Exception {
    assertThat(confirmed()).isEmpty();
    assertThat(confirmed("UserErrorGuestAgentStatusUnavailable")).isEmpty();
    assertThat(confirmed("GuestAgentSnapshotTaskStatusError")).isEmpty();
  }

  @Test
  void isSeenAsInstalled() throws Exception {
    var facts = diagnosis().gather(DiagnosisRequest.healthCheck());
    AgentInstallation installed = facts.value(GuestFacts.AGENT_INSTALLATION);

    assertThat(installed).isNotNull();
    assertThat(installed.unitFiles()).anyMatch(file -> file.endsWith("/" + UNIT));
    assertThat(installed.executables())
        .contains("/usr/sbin/waagent", "/usr/lib/python3/dist-packages/azurelinuxagent");
    assertThat(facts.value(ExtensionFacts.AGENT_VERSIONS)).isNotNull();
    assertThat(facts.value(ExtensionFacts.AGENT_VERSIONS).packaged()).isEqualTo(agent.version());
  }

  @Test
  void tellsExtensionsThatWereSwitchedOffInItsConfiguration() throws Exception {
    String config = Files.readString(directory.resolve(SampleRoot.CONFIG));
    assertThat(config).contains("\nExtensions.Enabled=y\n");
    root.file(SampleRoot.CONFIG, config.replace("Extensions.Enabled=y", "Extensions.Enabled=n"));

    assertThat(confirmed()).containsExactly("extensions-disabled-in-agent-config");
  }

  @Test
  void tellsAMaskedServiceThatWasStopped() throws Exception {
    root.link("etc/systemd/system/" + UNIT, "/dev/null")
        .append(
            SampleRoot.AGENT_LOG,
            SampleRoot.agentLine(
                1900,
                "INFO Daemon Daemon Agent WALinuxAgent-2.7.3.0 forwarding signal 15 to"
                    + " WALinuxAgent-2.7.3.0"));

    assertThat(confirmed()).containsExactly("guest-agent-not-running");
  }

  @Test
  void tellsAPackageThatWasPurged() throws Exception {
    root.without("usr/lib/python3")
        .without("usr/sbin/waagent")
        .without("etc/init.d/walinuxagent")
        .without("lib/systemd/system/" + UNIT)
        .without("etc/systemd/system/multi-user.target.wants/" + UNIT)
        .without(SampleRoot.CONFIG)
        .without(SampleRoot.AGENT_LOG)
        .without("var/lib/waagent")
        .without("var/log/azure")
        .file("var/lib/dpkg/status", agent.record("purge ok not-installed"));

    assertThat(confirmed()).containsExactly("guest-agent-missing");
  }

  @Test
  void tellsAFullDisk() throws Exception {
    root.append(
        SampleRoot.AGENT_LOG,
        SampleRoot.agentLine(
            620,
            "ERROR ExtHandler ExtHandler Failed to save handler status: [Errno 28] No space left on"
                + " device: '/var/lib/waagent/x/config/HandlerStatus'"));

    assertThat(confirmed()).containsExactly("guest-disk-full");
  }

  private List<String> confirmed(String... code) throws Exception {
    DiagnosisRequest.Builder request = DiagnosisRequest.builder();
    for (String each : code) {
      request.code(each);
    }
    Report report = diagnosis().diagnose(request.build());
    assertThat(report.problems()).isEmpty();
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private BackupDiagnosis diagnosis() throws Exception {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, CopiedRoot.open(directory))
        .build();
  }
}
