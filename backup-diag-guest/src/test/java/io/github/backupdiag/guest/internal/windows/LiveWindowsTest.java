package io.github.backupdiag.guest.internal.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.guest.internal.windows.LiveWindows.Language;
import io.github.backupdiag.guest.samples.SampleWindows;
import io.github.backupdiag.guest.samples.WindowsFault;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole Windows guests that run, in three display languages, from answers to the report. */
class LiveWindowsTest {

  /** The agent was silent long enough that it does not just restart. */
  private static final Clock FORTY_MINUTES_LATER =
      Clock.fixed(SampleWindows.RUN.plus(Duration.ofMinutes(40)), ZoneOffset.UTC);

  /** What healthy guests write to their logs while they are backed up. */
  private static LiveWindows noisy(Language language) {
    return LiveWindows.in(language)
        .event(0, event("VSS", 8224, "", "Application"))
        .event(0, event("VSS", 8194, "hr = 0x80070005", "Application"))
        .event(0, event("VSS", 22, "{74600e39-7dc5-4567-a03b-f091d6c7b092}", "Application"))
        .event(0, event("Microsoft-Windows-CAPI2", 513, "AddLegacyDriverFiles", "Application"))
        .event(3, event("volsnap", 33, "C:", "System"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void confirmNothingWhenHealthy(Language language) {
    assertThat(confirmed(check(noisy(language).running(SampleWindows.healthy())))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void tellAFaultThatProves(WindowsFault fault) {
    FakeGuest guest = noisy(Language.JA).running(fault.planted());
    assertThat(confirmed(check(guest))).containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#suggested")
  void tellAFaultThatSuggestsWithACodeThatAgrees(WindowsFault fault) {
    FakeGuest guest = noisy(Language.DE).running(fault.planted());
    assertThat(confirmed(report(guest, DiagnosisRequest.forError(fault.code()))))
        .containsExactly(fault.cause());
  }

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#suggested")
  void confirmNothingWhenHealthyWhateverTheCode(WindowsFault fault) {
    FakeGuest guest = noisy(Language.EN).running(SampleWindows.healthy());
    assertThat(confirmed(report(guest, DiagnosisRequest.forError(fault.code())))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellAnAgentThatWasStopped(Language language) {
    LiveWindows stopped = noisy(language).state("WindowsAzureGuestAgent", 1);
    assertThat(confirmed(check(stopped.running(SampleWindows.healthy()))))
        .containsExactly("guest-agent-not-running");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void blameAStoppedAgentAloneForItsSilence(Language language) {
    SampleWindows disk = SampleWindows.healthy();
    disk.registry()
        .text(
            SampleWindows.SOFTWARE + "Virtual Machine\\Guest\\GuestAgent",
            "HeartbeatLastStatusUpdateTime",
            "2026-03-13T20:00:00Z");
    FakeGuest guest = noisy(language).state("RdAgent", 1).running(disk);
    assertThat(
            confirmed(
                report(guest, DiagnosisRequest.forError("UserErrorGuestAgentStatusUnavailable"))))
        .containsExactly("guest-agent-not-running");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellAnEventSystemThatWasStopped(Language language) {
    LiveWindows stopped = noisy(language).state("EventSystem", 1);
    assertThat(confirmed(check(stopped.running(SampleWindows.healthy()))))
        .containsExactly("com-event-system-broken");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellAProgramThatAPolicyBlocked(Language language) {
    String blocked = "%OSDRIVE%\\PACKAGES\\PLUGINS\\x\\IaaSBcdrExtension.exe";
    LiveWindows guest =
        noisy(language)
            .event(6, event("Microsoft-Windows-AppLocker", 8004, blocked, "Microsoft-Windows"));
    SampleWindows disk = SampleWindows.healthy();
    String rules = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\SrpV2\\Exe";
    disk.registry().number(rules, "EnforcementMode", 1).text(rules + "\\{1}", "Value", "<x/>");
    assertThat(confirmed(check(guest.running(disk))))
        .containsExactly("app-control-blocks-extension");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellAWriterThatWasRefusedItsAccess(Language language) {
    LiveWindows guest =
        noisy(language).event(0, event("VSS", 8213, "NT Authority\\NetworkService", "Application"));
    SampleWindows disk = SampleWindows.healthy();
    disk.registry()
        .number(
            SampleWindows.SERVICES + "VSS\\VssAccessControl", "NT Authority\\NetworkService", 0);
    assertThat(confirmed(check(guest.running(disk)))).containsExactly("vss-access-control-wrong");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellKeysThatTheSystemCannotWrite(Language language) {
    LiveWindows guest =
        noisy(language)
            .without("C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys", FolderRight.EVERYONE);
    SampleWindows disk =
        SampleWindows.healthy()
            .append(
                SampleWindows.AGENT_LOG,
                SampleWindows.agentLine(
                    50,
                    "PInvoke PFXImportCertStore failed and null handle is returned. Error Code:"
                        + " 86"));
    assertThat(confirmed(check(guest.running(disk))))
        .containsExactly("machine-keys-permissions-wrong");
  }

  private static String event(String provider, int id, String data, String channel) {
    String time = SampleWindows.RUN.plusSeconds(20).toString();
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        + ("<Provider Name='" + provider + "'/><EventID Qualifiers='0'>" + id + "</EventID>")
        + ("<TimeCreated SystemTime='" + time + "'/><Channel>" + channel + "</Channel></System>")
        + ("<EventData><Data>" + data + "</Data></EventData></Event>\r\n");
  }

  private static List<String> confirmed(Report report) {
    assertThat(report.problems()).isEmpty();
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private static Report check(FakeGuest guest) {
    return report(guest, DiagnosisRequest.healthCheck());
  }

  private static Report report(FakeGuest guest, DiagnosisRequest request) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .clock(FORTY_MINUTES_LATER)
        .build()
        .diagnose(request);
  }
}
