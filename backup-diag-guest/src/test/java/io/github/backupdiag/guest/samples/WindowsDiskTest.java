package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.CopiedRoot;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Whole disks of Windows guests, from files and hives to the report. */
class WindowsDiskTest {

  @TempDir Path directory;

  @Test
  void confirmNothingWhenHealthy() throws Exception {
    assertThat(confirmed(check(SampleWindows.healthy().disk(directory)))).isEmpty();
  }

  @Test
  void confirmNothingWhenCollectedFromAHealthyGuest() throws Exception {
    assertThat(confirmed(check(SampleWindows.healthy().bundle(directory)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#suggested")
  void confirmNothingWhenHealthyWhateverTheCode(WindowsFault fault) throws Exception {
    assertThat(confirmed(report(SampleWindows.healthy().disk(directory), fault.code()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void tellAFaultThatProves(WindowsFault fault) throws Exception {
    assertThat(confirmed(check(fault.planted().disk(directory)))).containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.LoggedFaults#logged")
  void tellAFaultThatTheLogAgreesWith(WindowsFault fault) throws Exception {
    assertThat(confirmed(check(fault.planted().disk(directory)))).containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void confirmNothingElseWhereNewerChangesMayBeMissing(WindowsFault fault) throws Exception {
    assertThat(confirmed(check(fault.planted().runningDisk(directory))))
        .isSubsetOf(fault.cause())
        .hasSize(fault.isAnAbsence() ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void tellAFaultOfTheLastHour(WindowsFault fault) throws Exception {
    Path disk = fault.planted().runningDisk(directory, SampleWindows.healthy());
    assertThat(confirmed(check(disk))).containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void confirmNothingThatWasMendedInTheLastHour(WindowsFault fault) throws Exception {
    Path disk = SampleWindows.healthy().runningDisk(directory, fault.planted());
    assertThat(confirmed(check(disk))).isEmpty();
  }

  @Test
  void tellAWriterWhoseHostIsDisabled() throws Exception {
    SampleWindows guest = SampleWindows.healthy();
    guest.registry().number(SampleWindows.SERVICES + "CryptSvc", "Start", 4);
    assertThat(confirmed(report(guest.disk(directory), "ExtensionFailedVssWriterInBadState")))
        .containsExactly("system-writer-cannot-enumerate");
  }

  @Test
  void tellAWriterThatWasRefusedItsAccess() throws Exception {
    SampleWindows guest =
        SampleWindows.healthy()
            .event("Application", "VSS", 8213, 20, "NT Authority\\NetworkService");
    guest
        .registry()
        .number(
            SampleWindows.SERVICES + "VSS\\VssAccessControl", "NT Authority\\NetworkService", 0);
    assertThat(confirmed(check(guest.disk(directory)))).containsExactly("vss-access-control-wrong");
  }

  @Test
  void tellAProgramThatAPolicyBlocked() throws Exception {
    String rules = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\SrpV2\\Exe";
    String blocked = "%OSDRIVE%\\PACKAGES\\PLUGINS\\x\\IaaSBcdrExtension.exe";
    SampleWindows guest =
        SampleWindows.healthy()
            .event(
                "Microsoft-Windows-AppLocker/EXE and DLL",
                "Microsoft-Windows-AppLocker",
                8004,
                3,
                blocked);
    guest.registry().number(rules, "EnforcementMode", 1).text(rules + "\\{1}", "Value", "<x/>");
    assertThat(confirmed(check(guest.disk(directory))))
        .containsExactly("app-control-blocks-extension");
  }

  @Test
  void takeEventsOfAnotherDayForHistory() throws Exception {
    SampleWindows guest =
        SampleWindows.healthy()
            .event(
                "Microsoft-Windows-AppLocker/EXE and DLL",
                "Microsoft-Windows-AppLocker",
                8004,
                -200_000,
                "%OSDRIVE%\\PACKAGES\\PLUGINS\\x\\IaaSBcdrExtension.exe");
    assertThat(confirmed(check(guest.disk(directory)))).isEmpty();
  }

  @Test
  void onlyPointToWhatACopyCannotProve() throws Exception {
    SampleWindows guest = SampleWindows.healthy();
    guest
        .registry()
        .number(
            SampleWindows.SERVICES + "VSS\\VssAccessControl", "NT Authority\\NetworkService", 0);
    Report report = check(guest.disk(directory));
    assertThat(confirmed(report)).isEmpty();
    assertThat(report.causes())
        .first()
        .extracting(RankedCause::id)
        .isEqualTo("vss-access-control-wrong");
  }

  @Test
  void onlyPointToAPolicyThatMayBlock() throws Exception {
    String rules = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\SrpV2\\Exe";
    SampleWindows guest = SampleWindows.healthy();
    guest.registry().number(rules, "EnforcementMode", 1).text(rules + "\\{1}", "Value", "<x/>");
    Report report = check(guest.disk(directory));
    assertThat(confirmed(report)).isEmpty();
    assertThat(report.causes())
        .first()
        .extracting(RankedCause::id)
        .isEqualTo("app-control-blocks-extension");
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void tellAFaultFromWhatSomebodyCollected(WindowsFault fault) throws Exception {
    assertThat(confirmed(check(fault.planted().bundle(directory)))).containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#suggested")
  void tellAFaultThatSuggestsWithACodeThatAgrees(WindowsFault fault) throws Exception {
    assertThat(confirmed(report(fault.planted().disk(directory), fault.code())))
        .containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#suggested")
  void putAFaultThatSuggestsFirstAmongTheOpenOnes(WindowsFault fault) throws Exception {
    Report report = check(fault.planted().disk(directory));
    assertThat(confirmed(report)).isEmpty();
    assertThat(report.causes())
        .first()
        .satisfies(
            cause -> {
              assertThat(cause.id()).isEqualTo(fault.cause());
              assertThat(cause.state()).isEqualTo(CauseState.OPEN);
            });
  }

  private static List<String> confirmed(Report report) {
    assertThat(report.problems()).isEmpty();
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private static Report check(Path root) throws Exception {
    return diagnosis(root).diagnose(DiagnosisRequest.healthCheck());
  }

  private static Report report(Path root, String code) throws Exception {
    return diagnosis(root).diagnose(DiagnosisRequest.forError(code));
  }

  private static BackupDiagnosis diagnosis(Path root) throws Exception {
    return BackupDiagnosis.builder().connect(GuestConnection.class, CopiedRoot.open(root)).build();
  }
}
