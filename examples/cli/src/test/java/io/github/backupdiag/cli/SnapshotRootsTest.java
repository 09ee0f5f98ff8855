package io.github.backupdiag.cli;

import static io.github.backupdiag.guest.samples.SampleRoot.extensionLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code diagnose --root} on copies whose snapshot, freeze or scripts went wrong, or not. */
class SnapshotRootsTest {

  private static final String FREEZE_FAILED = error(121);

  private static final String WORKLOAD =
      """
      [workload]
      workload_name = oracle
      linux_user = azbackup
      credString = TOPSECRET
      timeout = 90
      """;

  @TempDir private Path folder;

  @Test
  void aMountThatCannotBeFrozenIsNamed() {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = withExtension(distribution);
      SampleRootSnapshot.withFailedFreeze(root, "Operation not supported", "/data dir");
      for (JsonReport report : reports(root, FREEZE_FAILED)) {
        JsonNode cause = first(report, "mount-cannot-be-frozen");
        JsonNode evidence = cause.get("evidence").get(0);
        assertThat(evidence.get("file").asText()).isEqualTo("/" + SampleRoot.EXTENSION_LOG);
        assertThat(evidence.get("line").asInt()).isEqualTo(6);
        assertThat(evidence.get("excerpt").asText()).contains("Failed to FIFREEZE: /data dir");
        assertThat(evidence.get("text").asText()).contains("/data dir");
      }
    }
  }

  @Test
  void aMountListedTwiceComesBeforeItsConsequence() {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = withBindMount(withExtension(distribution));
      SampleRootSnapshot.withFailedFreeze(root, "Device or resource busy", "/srv/data");
      for (JsonReport report : reports(root, FREEZE_FAILED)) {
        JsonNode cause = first(report, "mount-listed-twice", "mount-cannot-be-frozen");
        assertThat(cause.get("evidence").get(0).get("file").asText())
            .isEqualTo("/proc/self/mountinfo");
        assertThat(cause.get("evidence").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(cause.get("evidence").get(0).get("text").asText())
            .contains("/srv/data", "/data");
        assertThat(report.causes("confirmed").get(1).get("explainedBy").asText())
            .isEqualTo("mount-listed-twice");
      }
    }
  }

  @Test
  void bindMountsOfTheBootTableAreFoundToo() {
    SampleRoot root = withExtension(Distribution.SLES_15);
    root.append("etc/fstab", "/data /srv/data none bind 0 0\n");
    SampleRootSnapshot.withFailedFreeze(root, "", "/srv/data");
    first(report(root, "--error", FREEZE_FAILED), "mount-listed-twice", "mount-cannot-be-frozen");
  }

  @Test
  void aDamagedFileSystemIsTheRootOfAFailedFreeze() {
    SampleRoot root = withExtension(Distribution.RHEL_9);
    SampleRootSnapshot.withFailedFreeze(root, "Structure needs cleaning", "/data");
    for (JsonReport report : reports(root, FREEZE_FAILED)) {
      first(report, "filesystem-not-clean", "mount-cannot-be-frozen");
    }
  }

  @Test
  void aMountThatCouldNotBeOpenedIsNamed() {
    SampleRoot root = withExtension(Distribution.DEBIAN_12);
    root.append(
            SampleRoot.EXTENSION_LOG,
            extensionLine(
                12,
                "2026-03-14 02:15:21 Failed to open: /restore/vol1 with error: -1 and error"
                    + " message: Input/output error"))
        .append(SampleRoot.EXTENSION_LOG, extensionLine(13, "file open failed for some mount"));
    for (JsonReport report : reports(root, error(123))) {
      first(report, "mount-not-accessible");
      assertThat(report.tree().toString()).contains("/restore/vol1");
    }
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void aMissingHelperIsCertain(Distribution distribution) {
    SampleRoot root = withExtension(distribution).without(SampleRootSnapshot.HELPER);
    for (JsonReport report : reports(root, error(124))) {
      JsonNode cause = first(report, "freeze-helper-missing");
      assertThat(cause.get("confidence").asText()).isEqualTo("certain");
      assertThat(cause.get("evidence").get(0).get("file").asText())
          .isEqualTo("/" + SampleRootSnapshot.HELPER);
    }
  }

  @Test
  void aHelperForAnotherMachineIsCertain() {
    SampleRoot root = withExtension(Distribution.UBUNTU_22_04);
    root.file(SampleRootSnapshot.HELPER, SampleRootSnapshot.program(40));
    for (JsonReport report : reports(root, error(124))) {
      first(report, "freeze-helper-missing");
    }
  }

  @Test
  void aCollectionOfLogsLacksNoHelper() {
    SampleRoot root = withExtension(Distribution.UBUNTU_22_04);
    root.without(SampleRootSnapshot.EXTENSION + "/main")
        .without(SampleRootSnapshot.EXTENSION + "/HandlerManifest.json");
    nothing(root, error(124));
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void wrongRightsAreNamedWithOwnerAndMode(Distribution distribution) {
    assumeRoot();
    SampleRoot root = withScripts(distribution);
    SampleRootSnapshot.mode(root, "opt/backup/pre.sh", "rwxr-xr-x");
    wrongRights(root, 306, "/opt/backup/pre.sh", "uid 0, mode 755");
    SampleRootSnapshot.mode(root, "opt/backup/pre.sh", "rwx------");
    SampleRootSnapshot.owner(root, "opt/backup/post.sh", 1000);
    wrongRights(root, 307, "/opt/backup/post.sh", "uid 1000, mode 700");
    SampleRootSnapshot.owner(root, "opt/backup/post.sh", 0);
    SampleRootSnapshot.mode(root, SampleRootSnapshot.CONFIG, "rw-r--r--");
    wrongRights(root, 317, "/" + SampleRootSnapshot.CONFIG, "uid 0, mode 644");
    SampleRootSnapshot.mode(root, SampleRootSnapshot.CONFIG, "rw-------");
    String host = SampleRootSnapshot.EXTENSION + "/main/VMSnapshotPluginHost.conf";
    SampleRootSnapshot.mode(root, host, "rw-rw-r--");
    wrongRights(root, 314, "/" + host, "uid 0, mode 664");
  }

  private static void wrongRights(SampleRoot root, int code, String file, String rights) {
    JsonNode cause = first(report(root, "--error", error(code)), "prepost-permissions-wrong");
    assertThat(cause.get("evidence").get(0).get("file").asText()).isEqualTo(file);
    assertThat(cause.get("evidence").get(0).get("excerpt").asText()).isEqualTo(rights);
    JsonReport alone = report(root);
    assertThat(alone.confirmed()).isEmpty();
  }

  @Test
  void wrongRightsAndTheLineOfThatNightNeedNoCode() {
    assumeRoot();
    SampleRoot root = withScripts(Distribution.DEBIAN_12);
    SampleRootSnapshot.mode(root, "opt/backup/pre.sh", "rwxrwxr-x");
    root.append(
        SampleRoot.EXTENSION_LOG,
        extensionLine(12, "Prescript file does not have desired permissions "));
    JsonNode cause = first(report(root), "prepost-permissions-wrong");
    assertThat(cause.toString()).contains("mode 775", "\"line\":8");
  }

  @Test
  void rightsThatACopyDoesNotKnowAreNotBlamed() {
    assumeRoot();
    SampleRoot root = withScripts(Distribution.DEBIAN_12);
    SampleRootSnapshot.mode(root, "opt/backup/pre.sh", "rwxr-xr-x");
    for (String top : List.of("etc", "lib", "opt", "usr", "var")) {
      SampleRootSnapshot.owner(root, top, 1000);
    }
    nothing(root, error(306));
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void aScriptThatIsNotThereIsNamed(Distribution distribution) {
    SampleRoot root = withScripts(distribution).without("opt/backup/post.sh");
    JsonNode cause = first(report(root, "--error", error(303)), "prepost-script-not-found");
    assertThat(cause.get("evidence").get(0).get("file").asText()).isEqualTo("/opt/backup/post.sh");
    assertThat(report(root).confirmed()).isEmpty();
    root.append(
        SampleRoot.EXTENSION_LOG,
        extensionLine(12, "Postscript file does not exist in the location /opt/backup/post.sh"));
    first(report(root), "prepost-script-not-found");
  }

  @Test
  void aTemplateWithoutPathsNamesNoScript() {
    SampleRoot root = withScripts(Distribution.SLES_15);
    root.file(SampleRootSnapshot.CONFIG, SampleRootSnapshot.config("", ""));
    JsonNode cause = first(report(root, "--error", error(302)), "prepost-script-not-found");
    assertThat(cause.toString()).contains("preScriptLocation");
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void aConfigurationThatIsNoJsonIsNamedWithItsLine(Distribution distribution) {
    SampleRoot root = withScripts(distribution);
    root.file(
        SampleRootSnapshot.CONFIG,
        SampleRootSnapshot.config("/opt/backup/pre.sh", "/opt/backup/post.sh")
            .replace("post.sh\",", "post.sh\""));
    SampleRootSnapshot.mode(root, SampleRootSnapshot.CONFIG, "rw-------");
    JsonNode cause = first(report(root, "--error", error(305)), "prepost-config-invalid");
    assertThat(cause.get("evidence").get(0).get("file").asText())
        .isEqualTo("/" + SampleRootSnapshot.CONFIG);
    assertThat(cause.get("evidence").get(0).get("line").asInt()).isEqualTo(5);
    assertThat(report(root).confirmed()).isEmpty();
    root.append(
        SampleRoot.EXTENSION_LOG,
        extensionLine(12, "Cant run prescript for ScriptRunner . Config File error."));
    first(report(root), "prepost-config-invalid");
  }

  @Test
  void aScriptThatFailedAndOneThatTookTooLongAreTold() {
    SampleRoot root = withScripts(Distribution.RHEL_9);
    first(report(root, "--error", error(308)), "prepost-script-timeout");
    first(report(root, "--error", error(301)), "prepost-script-failed");
    root.append(
        SampleRoot.EXTENSION_LOG,
        extensionLine(12, "Prescript for ScriptRunner failed with error code: 3 ."));
    first(report(root), "prepost-script-failed");
  }

  @Test
  void settingsThatTheExtensionCouldNotReadAreNamed() {
    SampleRoot root = withExtension(Distribution.UBUNTU_22_04);
    root.file("etc/azure/vmbackup.conf", "[SnapshotThread]\n# für alle\ntimeout = 60\n");
    assertThat(report(root).confirmed()).isEmpty();
    root.append(
        SampleRoot.EXTENSION_LOG, extensionLine(12, "cannot read config file or file not present"));
    JsonNode cause = first(report(root), "vmbackup-conf-encoding-wrong");
    assertThat(cause.toString()).contains("/etc/azure/vmbackup.conf\",\"line\":2");
  }

  @Test
  void settingsOfTheDatabaseScriptsThatFailedTheirStepAreNamed() {
    SampleRoot root = withExtension(Distribution.RHEL_9);
    root.file("etc/azure/workload.conf", WORKLOAD.replace("timeout = 90", "timeout ="));
    assertThat(report(root).confirmed()).isEmpty();
    JsonNode cause = first(report(root, "--error", error(510)), "workload-config-invalid");
    assertThat(cause.toString()).contains("/etc/azure/workload.conf\",\"line\":5");
    assertThat(cause.toString()).doesNotContain("TOPSECRET");
    root.file("etc/azure/workload.conf", WORKLOAD);
    first(report(root, "--error", error(510)), "workload-database-not-quiesced");
    nothing(root, error(501), error(505), error(316));
  }

  @Test
  void aFreezeWithoutThawAfterWhichTheKernelSawHungTasksIsDanger() {
    SampleRoot root = withExtension(Distribution.UBUNTU_22_04);
    root.file(
            SampleRoot.EXTENSION_LOG,
            extensionLine(4, "starting enable")
                + extensionLine(5, "taskId: 6f1c2d3e-0000-4a5b-8c9d-112233445566")
                + extensionLine(8, "****** 1. Starting Freeze Binary "))
        .file(
            "var/log/kern.log",
            "2026-03-14T02:19:30.000001+00:00 vm kernel: [ 999.1] INFO: task mysqld:812 blocked for"
                + " more than 120 seconds.\n");
    JsonNode cause = first(report(root), "filesystem-left-frozen");
    assertThat(cause.toString()).contains("DANGER");
    nothing(root.without("var/log/kern.log"), error(4));
  }

  @Test
  void diskErrorsOfThatNightThatTheAgentMetAreTold() {
    SampleRoot root = withExtension(Distribution.DEBIAN_12);
    root.link("etc/localtime", "/usr/share/zoneinfo/Europe/Berlin")
        .file(
            "var/log/syslog",
            "Mar 14 03:15:20 vm kernel: [ 99.1] blk_update_request: I/O error, dev sdc, sector 9\n")
        .append(
            SampleRoot.AGENT_LOG,
            SampleRoot.agentLine(
                12,
                "ERROR ExtHandler ExtHandler Failed to save handler status: [Errno 5] Input/output"
                    + " error"));
    assertThat(report(root, "--error", error(121)).confirmed())
        .containsExactly("guest-disk-io-errors");
  }

  @Test
  void nothingIsConfirmedWhereAllIsAsItShouldBe() {
    for (Distribution distribution : Distribution.values()) {
      nothing(withScripts(distribution), error(316), FREEZE_FAILED, error(306), error(317));
    }
    nothing(withExtension(Distribution.RHEL_9), error(316), error(122), error(302), error(305));
    nothing(SampleRoot.of(Distribution.SLES_15, fresh()), error(316), error(124));
    nothing(withBindMount(withExtension(Distribution.DEBIAN_12)), FREEZE_FAILED);
    SampleRoot locked = withExtension(Distribution.UBUNTU_22_04);
    locked.file("etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile", "");
    nothing(locked, FREEZE_FAILED);
    SampleRoot tuned = withExtension(Distribution.AZURE_LINUX_3);
    tuned.file("etc/azure/vmbackup.conf", "[SnapshotThread]\nMountsToSkip=/data,/mnt\n");
    nothing(tuned, FREEZE_FAILED, error(122));
  }

  @Test
  void aFailureOfAnotherNightIsHistory() {
    SampleRoot root = withExtension(Distribution.DEBIAN_12);
    String healthy = read(root, SampleRoot.EXTENSION_LOG);
    root.file(
        SampleRoot.EXTENSION_LOG,
        extensionLine(-900_000, "2026-03-03 16:15:09 Failed to FIFREEZE: /data")
            + extensionLine(-900_000, "freeze failed for some mount")
            + healthy);
    nothing(root, FREEZE_FAILED);
  }

  private static void assumeRoot() {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
  }

  private SampleRoot withExtension(Distribution distribution) {
    return SampleRootSnapshot.withExtension(SampleRoot.of(distribution, fresh()));
  }

  private SampleRoot withScripts(Distribution distribution) {
    return SampleRootSnapshot.withScripts(SampleRoot.of(distribution, fresh()));
  }

  private static SampleRoot withBindMount(SampleRoot root) {
    return root.file(
        "proc/self/mountinfo",
        """
        22 1 8:1 / / rw,relatime shared:1 - xfs /dev/sda1 rw
        25 22 8:33 / /data rw,relatime shared:2 - ext4 /dev/sdc1 rw
        26 22 8:33 /x /srv/data rw,relatime shared:2 - ext4 /dev/sdc1 rw
        """);
  }

  private Path fresh() {
    Path[] made = new Path[1];
    quietly(path -> made[0] = Files.createTempDirectory(path, "root"));
    return made[0];
  }

  private static String read(SampleRoot root, String file) {
    try {
      return Files.readString(root.directory().resolve(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Step {
    void on(Path folder) throws java.io.IOException;
  }

  private void quietly(Step step) {
    try {
      step.on(folder);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** How a status file's code is written where it may be recognised. */
  private static String error(int code) {
    return "VMSnapshotLinux." + code;
  }

  private static JsonNode first(JsonReport report, String... causes) {
    assertThat(report.confirmed()).containsExactly(causes);
    assertThat(report.elements("causes").get(0).get("id").asText()).isEqualTo(causes[0]);
    return report.elements("causes").get(0);
  }

  private static void nothing(SampleRoot root, String... errors) {
    Consumer<JsonReport> healthy =
        report -> {
          assertThat(report.confirmed()).isEmpty();
          assertThat(report.causes("contradictory")).isEmpty();
          assertThat(report.elements("problems")).isEmpty();
        };
    healthy.accept(report(root));
    List.of(errors).forEach(error -> healthy.accept(report(root, "--error", error)));
  }

  private static List<JsonReport> reports(SampleRoot root, String error) {
    return List.of(report(root), report(root, "--error", error));
  }

  private static JsonReport report(SampleRoot root, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("diagnose", "--root", root.directory().toString(), "--format", "json"));
    words.addAll(List.of(more));
    Run run = Run.of(words.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return JsonReport.of(run);
  }
}
