package io.github.backupdiag.guest.internal.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.TcpAnswer;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says of a Windows VM and the host address. */
class HostUnreachableReportTest {

  private static final String URL = "http://168.63.129.16/?comp=versions";
  private static final String HOST = "168.63.129.16";
  private static final int PORT = 32526;
  private static final String NIC =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\{1}";

  @Test
  void namesAHostThatRefusesAndStepsForWindows() {
    Report report = diagnose(windows());

    RankedCause cause = cause(report, "host-endpoint-unreachable");
    assertThat(cause.state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(cause.steps().toString())
        .contains("Test-NetConnection", "New-NetFirewallRule")
        .doesNotContain("curl", "iptables", "ip route");
    assertThat(confirmed(report)).containsExactly("host-endpoint-unreachable");
  }

  @Test
  void namesTheSourceAddressWhereThatIsNotTheLeasedOne() {
    FakeGuest guest =
        windows()
            .registry(NIC, "EnableDHCP", "REG_DWORD", "0")
            .registry(NIC, "IPAddress", "REG_MULTI_SZ", "10.1.0.4\n10.1.0.9")
            .registry(NIC, "DefaultGateway", "REG_MULTI_SZ", "10.1.0.1")
            .registry(NIC, "DhcpIPAddress", "REG_SZ", "10.1.0.9")
            .registry(NIC, "DhcpServer", "REG_SZ", HOST)
            .tcp(HOST, PORT, new TcpAnswer(NetworkOutcome.TIMED_OUT, "", "10.1.0.4"));

    Report report = diagnose(guest);

    assertThat(confirmed(report))
        .containsExactlyInAnyOrder("host-endpoint-unreachable", "primary-ip-mismatch-in-guest");
    assertThat(cause(report, "primary-ip-mismatch-in-guest").steps().toString())
        .contains("Set-NetIPAddress -IPAddress 10.1.0.9", "Set-NetIPAddress -IPAddress 10.1.0.4");
  }

  @Test
  void confirmsNothingWhereTheHostAnswers() {
    Instant now = Instant.parse("2026-03-14T02:15:09Z");
    FakeGuest guest =
        windows()
            .http(URL, HttpAnswer.of(200, now, now, new byte[0], true))
            .tcp(HOST, PORT, NetworkOutcome.ANSWERED);

    Report report = diagnose(guest);

    assertThat(confirmed(report)).isEmpty();
    assertThat(cause(report, "host-endpoint-unreachable").state()).isEqualTo(CauseState.RULED_OUT);
  }

  @Test
  void namesAClockThatIsOffWhereTheJobFailedAsItDoesThen() {
    Instant now = Instant.parse("2026-03-14T02:15:09Z");
    FakeGuest guest =
        windows()
            .http(URL, HttpAnswer.of(200, now, now.plusSeconds(900), new byte[0], true))
            .tcp(HOST, PORT, NetworkOutcome.ANSWERED);

    assertThat(confirmed(diagnose(guest))).isEmpty();
    assertThat(
            confirmed(
                BackupDiagnosis.builder()
                    .connect(GuestConnection.class, guest)
                    .build()
                    .diagnose(
                        DiagnosisRequest.builder()
                            .code("ExtensionOperationFailedForManagedDisks")
                            .build())))
        .containsExactly("guest-clock-skewed");
  }

  private static FakeGuest windows() {
    return FakeGuest.live()
        .assumedAzureVm(true)
        .folder("C:/Windows/System32")
        .registry(
            "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
            "CurrentBuildNumber",
            "REG_SZ",
            "20348")
        .registry("HKU\\S-1-5-19")
        .space("C:/", 127_000_000_000L, 60_000_000_000L)
        .denied("HKLM\\SYSTEM\\CurrentControlSet\\Services\\RdAgent")
        .denied("HKLM\\SYSTEM\\CurrentControlSet\\Services\\WindowsAzureGuestAgent");
  }

  private static Report diagnose(FakeGuest guest) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .build()
        .diagnose(DiagnosisRequest.healthCheck());
  }

  private static List<String> confirmed(Report report) {
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private static RankedCause cause(Report report, String id) {
    return report.causes().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
