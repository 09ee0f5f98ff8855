package io.github.backupdiag.guest.samples;

import static io.github.backupdiag.guest.samples.SampleRoot.agentLine;
import static io.github.backupdiag.guest.samples.SampleRoot.extensionLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.OfflineBundle;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Guests as somebody brings their files, from the bundle to the report. */
class BundledGuestsTest {

  private static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";
  private static final List<String> OF_LOGS_ZIP =
      List.of(
          SampleRoot.AGENT_LOG, SampleRoot.EXTENSION_LOG, "var/lib/waagent/waagent_status.json");

  @TempDir Path root;
  @TempDir Path bundles;

  @ParameterizedTest
  @EnumSource(Packing.class)
  void confirmNothingWhenHealthy(Packing packing) throws Exception {
    SampleRoot healthy = SampleRoot.of(Distribution.RHEL_9, root);
    assertThat(confirmed(bundle(packing.pack(healthy.directory(), bundles)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void confirmNothingInACollectionOfAHealthyGuest(Distribution distribution) throws Exception {
    Map<String, byte[]> files = files(SampleRoot.of(distribution, root), OF_LOGS_ZIP);
    files.put("results.txt", "2026-03-14T02:20:00Z INFO done\n".getBytes(StandardCharsets.UTF_8));
    assertThat(confirmed(bundle(Packing.ZIP.pack(files, bundles)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void tellWhatTheRootTells(Packing packing) throws Exception {
    Path full = fullDisk().directory();
    assertThat(told(bundle(packing.pack(full, bundles)))).isEqualTo(told(CopiedRoot.open(full)));
    assertThat(told(CopiedRoot.open(full)).toString())
        .contains("guest-disk-full", "/var/log/waagent.log");
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void tellASettingOfTheAgent(Packing packing) throws Exception {
    SampleRoot disabled =
        SampleRoot.of(Distribution.UBUNTU_22_04, root)
            .append(SampleRoot.CONFIG, "Extensions.Enabled=n\n");
    assertThat(confirmed(bundle(packing.pack(disabled.directory(), bundles))))
        .containsExactly("extensions-disabled-in-agent-config");
  }

  @Test
  void tellAFullDiskFromTheAgentsOwnArchive() throws Exception {
    Map<String, byte[]> files = files(fullDisk(), OF_LOGS_ZIP);
    files.put(
        "truncated__" + SampleRoot.AGENT_LOG.replace('/', '_'), files.remove(SampleRoot.AGENT_LOG));
    List<RankedCause> causes = told(bundle(Packing.ZIP.pack(files, bundles)), true);
    assertThat(causes).extracting(RankedCause::id).containsExactly("guest-disk-full");
    assertThat(causes.get(0).evidence().toString()).contains("/var/log/waagent.log");
  }

  @Test
  void tellAFullDiskFromACopyOfVarLog() throws Exception {
    SampleRoot full = fullDisk();
    Path log = full.directory().resolve("var/log");
    for (Packing packing : Packing.values()) {
      Path to = Files.createDirectory(bundles.resolve(packing.name()));
      assertThat(confirmed(bundle(packing.pack(log, to)))).containsExactly("guest-disk-full");
    }
  }

  @Test
  void tellAFullDiskFromASingleLogOfAnyName() throws Exception {
    SampleRoot full = fullDisk();
    for (String log : List.of(SampleRoot.AGENT_LOG, SampleRoot.EXTENSION_LOG)) {
      byte[] bytes = Files.readAllBytes(full.directory().resolve(log));
      for (byte[] form : List.of(bytes, Packing.gzip(bytes))) {
        Path file = Files.write(bundles.resolve("attachment(1).bin"), form);
        List<RankedCause> causes = told(bundle(file), true);
        assertThat(causes).extracting(RankedCause::id).containsExactly("guest-disk-full");
        assertThat(causes.get(0).evidence().toString()).contains("/" + log);
      }
    }
  }

  @Test
  void doNotMissAnAgentInABundle() throws Exception {
    SampleRoot guest =
        SampleRoot.of(Distribution.DEBIAN_12, root)
            .without("var/lib/waagent")
            .without("usr/sbin/waagent")
            .without("lib");
    for (Packing packing : Packing.values()) {
      Path to = Files.createDirectory(bundles.resolve(packing.name()));
      assertThat(confirmed(bundle(packing.pack(guest.directory(), to)))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void confirmNothingInAHealthyWindowsGuest(Packing packing) throws Exception {
    Path disk = SampleWindows.healthy().disk(root);
    assertThat(confirmed(bundle(packing.pack(disk, bundles)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void confirmNothingInACollectionOfAHealthyWindowsGuest(Packing packing) throws Exception {
    Path collected = SampleWindows.healthy().bundle(root);
    assertThat(confirmed(bundle(packing.pack(collected, bundles)))).isEmpty();
  }

  static Stream<WindowsFault> faults() {
    return Stream.concat(WindowsFault.proven().stream(), LoggedFaults.logged().stream());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellAFaultOfAWindowsGuestOrNothing(WindowsFault fault) throws Exception {
    Path disk = fault.planted().disk(root);
    List<String> fromBundle = confirmed(bundle(Packing.TAR_GZ_WITH_HOST.pack(disk, bundles)));
    assertThat(fromBundle).isSubsetOf(fault.cause());
  }

  private SampleRoot fullDisk() {
    String low = "[Errno 28] No space left on device";
    return SampleRoot.of(Distribution.UBUNTU_22_04, root)
        .append(
            SampleRoot.AGENT_LOG,
            agentLine(
                620,
                "ERROR ExtHandler ["
                    + HANDLER
                    + "-1.0.9235.0] Failed to save handler status: "
                    + low
                    + ": '/var/lib/waagent/x/config/HandlerStatus'"))
        .append(
            SampleRoot.EXTENSION_LOG,
            extensionLine(12, "Status file creation failed with error: " + low));
  }

  private static Map<String, byte[]> files(SampleRoot root, List<String> names) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, Files.readAllBytes(root.directory().resolve(name)));
    }
    return files;
  }

  private static OfflineBundle bundle(Path path) throws Exception {
    OfflineBundle bundle = OfflineBundle.open(path);
    assertThat(bundle.isComplete()).isTrue();
    assertThat(bundle.limitations()).isEmpty();
    return bundle;
  }

  private static List<String> confirmed(GuestConnection guest) {
    return told(guest, true).stream().map(RankedCause::id).toList();
  }

  /** Causes with their evidence: file, line, time and text. */
  private static List<String> told(GuestConnection guest) {
    return told(guest, true).stream().map(cause -> cause.id() + cause.evidence()).toList();
  }

  private static List<RankedCause> told(GuestConnection guest, boolean complete) {
    Report report =
        BackupDiagnosis.builder()
            .connect(GuestConnection.class, guest)
            .build()
            .diagnose(DiagnosisRequest.healthCheck());
    assertThat(report.problems()).isEmpty();
    assertThat(report.status() == Report.Status.COMPLETE).isEqualTo(complete);
    return report.causes().stream().filter(cause -> cause.state() == CauseState.CONFIRMED).toList();
  }
}
