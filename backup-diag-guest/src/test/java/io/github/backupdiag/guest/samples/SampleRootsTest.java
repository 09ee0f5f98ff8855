package io.github.backupdiag.guest.samples;

import static io.github.backupdiag.guest.samples.SampleRoot.agentLine;
import static io.github.backupdiag.guest.samples.SampleRoot.extensionLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole roots, from files to the report. */
class SampleRootsTest {

  private static final String LOW = "[Errno 28] No space left on device";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void confirmNothingWhenHealthy(Distribution distribution) throws Exception {
    assertThat(confirmed(SampleRoot.of(distribution, directory))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void tellSwitchedOffExtensions(Distribution distribution) throws Exception {
    SampleRoot root =
        SampleRoot.of(distribution, directory)
            .append(SampleRoot.CONFIG, "# by the hardening guide\nExtensions.Enabled=N\n");
    RankedCause cause = only(root, "extensions-disabled-in-agent-config");
    assertThat(cause.evidence().toString()).contains("/etc/waagent.conf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "false", "0", "None"})
  void doNotTakeAnotherWordForSwitchedOff(String word) throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .append(SampleRoot.CONFIG, "Extensions.Enabled=" + word + "\nExtensions.Enable=n\n");
    assertThat(confirmed(root)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void tellAMissingAgent(Distribution distribution) throws Exception {
    only(withoutAgent(distribution), "guest-agent-missing");
  }

  @Test
  void doNotCallARemovedAgentMissing() throws Exception {
    SampleRoot root =
        withoutAgent(Distribution.DEBIAN_12)
            .file("var/lib/waagent/WALinuxAgent-2.9.1.1/HandlerManifest.json", "[]");
    assertThat(confirmed(root)).isEmpty();
  }

  @Test
  void doNotMissAnAgentInAPartOfADisk() throws Exception {
    SampleRoot root = withoutAgent(Distribution.DEBIAN_12).without("usr").without("lib");
    assertThat(confirmed(root)).isEmpty();
    assertThat(confirmed(root.file("var/lib/dpkg/status", "Package: bash\n")))
        .containsExactly("guest-agent-missing");
  }

  @Test
  void takeWhatCloudInitLeavesForNoAgent() throws Exception {
    SampleRoot root =
        withoutAgent(Distribution.UBUNTU_22_04).file("var/lib/waagent/ovf-env.xml", "<x/>");
    only(root, "guest-agent-missing");
  }

  @Test
  void tellAnAgentThatDoesNotRunFromARecordedProcessList() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .file("proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0")
            .file("proc/901/cmdline", "tail\0-f\0/var/log/waagent.log\0")
            .file("proc/902/cmdline", "vi\0/usr/sbin/waagent\0");
    only(root, "guest-agent-not-running");
  }

  @Test
  void seeTheAgentInARecordedProcessList() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .file("proc/1/cmdline", "/usr/lib/systemd/systemd\0")
            .file("proc/812/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0")
            .file(
                "proc/1044/cmdline",
                "/usr/bin/python3\0-u\0bin/WALinuxAgent-2.9.1.1-py3.9.egg\0-run-exthandlers\0")
            .link("etc/systemd/system/waagent.service", "/dev/null");
    assertThat(confirmed(root)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void tellAMaskedAgentThatWasStopped(Distribution distribution) throws Exception {
    SampleRoot root = SampleRoot.of(distribution, directory);
    root.link("etc/systemd/system/" + root.unit() + ".service", "/dev/null")
        .append(
            SampleRoot.AGENT_LOG,
            agentLine(
                1900,
                "INFO Daemon Daemon Agent WALinuxAgent-2.9.1.1 forwarding signal 15 to"
                    + " WALinuxAgent-2.9.1.1"));
    RankedCause cause = only(root, "guest-agent-not-running");
    assertThat(cause.evidence().toString())
        .contains("/etc/systemd/system/" + root.unit() + ".service", "/var/log/waagent.log");
  }

  @Test
  void tellAMaskedAgentWhoseSystemWentOn() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.SLES_15, directory)
            .link("etc/systemd/system/waagent.service", "/dev/null")
            .file("var/log/messages", "2026-03-16T08:00:01.000001+01:00 vm sshd[7]: hello\n");
    only(root, "guest-agent-not-running");
  }

  @Test
  void tellAStoppedAgentFromTheSystemLog() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .file(
                "var/log/syslog",
                """
                2026-03-13T01:14:00.000001+00:00 vm systemd[1]: Started Azure Linux Agent.
                2026-03-14T02:40:00.000001+00:00 vm systemd[1]: Stopped Azure Linux Agent.
                2026-03-14T09:40:00.000001+00:00 vm CRON[88]: (root) CMD (true)
                """);
    RankedCause cause = only(root, "guest-agent-not-running");
    assertThat(cause.evidence().toString()).contains("/var/log/syslog:2");
  }

  @Test
  void doNotTakeAShutdownForAStoppedAgent() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .file(
                "var/log/syslog",
                """
                2026-03-14T02:40:00.000001+00:00 vm systemd[1]: Stopped Azure Linux Agent.
                2026-03-14T02:40:01.000001+00:00 vm systemd[1]: Reached target System Power Off.
                """);
    assertThat(confirmed(root)).isEmpty();
  }

  @Test
  void tellAnAgentPutToSleep() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.AZURE_LINUX_3, directory)
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    1900,
                    "WARNING Daemon Daemon Disabling the guest agent by sleeping forever; to"
                        + " re-enable, remove /var/lib/waagent/disable_agent and restart"));
    only(root, "guest-agent-not-running");
  }

  @Test
  void tellANoexecMountFromTheKernelsTable() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .file(
                "proc/self/mountinfo",
                """
                22 1 8:1 / / rw,relatime shared:1 - xfs /dev/sda1 rw
                25 22 8:2 / /var rw,nosuid,noexec,relatime shared:2 - xfs /dev/sda2 rw
                """);
    RankedCause cause = only(root, "agent-dir-mounted-noexec");
    assertThat(cause.evidence().toString()).contains("/proc/self/mountinfo:2");
  }

  @Test
  void tellANoexecMountFromFstabAndTheLog() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .append("etc/fstab", "/dev/sda2 /var xfs defaults,nosuid,noexec 0 2\n")
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    700,
                    "WARNING ExtHandler ExtHandler The noexec flag is set on /var. This can"
                        + " prevent extensions from executing."));
    only(root, "agent-dir-mounted-noexec");
  }

  @Test
  void doNotBlameANoexecMountElsewhere() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .append("etc/fstab", "tmpfs /tmp tmpfs noexec 0 0\n/dev/sdc1 /mnt ext4 user 0 2\n");
    assertThat(confirmed(root)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void tellAFullDisk(Distribution distribution) throws Exception {
    SampleRoot root =
        SampleRoot.of(distribution, directory)
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    620,
                    "ERROR ExtHandler ExtHandler Failed to save handler status: "
                        + LOW
                        + ": '/var/lib/waagent/x/config/HandlerStatus'"))
            .append(
                SampleRoot.EXTENSION_LOG,
                extensionLine(12, "Status file creation failed with error: " + LOW));
    RankedCause cause = only(root, "guest-disk-full");
    assertThat(cause.evidence().toString()).contains("/var/log/waagent.log:", "/extension.log:8");
  }

  @Test
  void doNotBlameAFullDiskOfLastMonth() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.DEBIAN_12, directory)
            .file(
                SampleRoot.AGENT_LOG, agentLine(-2_600_000, "ERROR ExtHandler ExtHandler " + LOW));
    assertThat(confirmed(root)).isEmpty();
  }

  private SampleRoot withoutAgent(Distribution distribution) {
    SampleRoot root = SampleRoot.of(distribution, directory);
    String wants = "etc/systemd/system/multi-user.target.wants/" + root.unit() + ".service";
    return root.without("var/lib/waagent")
        .without("var/log/azure")
        .without(SampleRoot.AGENT_LOG)
        .without(SampleRoot.CONFIG)
        .without("usr/sbin/waagent")
        .without(wants)
        .without(
            (root.unit().equals("walinuxagent") ? "lib" : "usr/lib")
                + "/systemd/system/"
                + root.unit()
                + ".service");
  }

  private static RankedCause only(SampleRoot root, String id) throws Exception {
    List<RankedCause> confirmed = confirmedCauses(root);
    assertThat(confirmed).extracting(RankedCause::id).containsExactly(id);
    return confirmed.get(0);
  }

  private static List<String> confirmed(SampleRoot root) throws Exception {
    return confirmedCauses(root).stream().map(RankedCause::id).toList();
  }

  private static List<RankedCause> confirmedCauses(SampleRoot root) throws Exception {
    Report report =
        BackupDiagnosis.builder()
            .connect(GuestConnection.class, CopiedRoot.open(root.directory()))
            .build()
            .diagnose(DiagnosisRequest.healthCheck());
    assertThat(report.problems()).isEmpty();
    return report.causes().stream().filter(cause -> cause.state() == CauseState.CONFIRMED).toList();
  }
}
