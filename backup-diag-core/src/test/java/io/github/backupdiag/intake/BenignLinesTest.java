package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that their own authors call benign, pasted below a code, prove nothing. */
class BenignLinesTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final String CODE =
      "GuestAgentSnapshotTaskStatusError, failed at 2026-03-14T02:16:10Z\n";
  private static final String NO_NETWORK =
      "ExtensionSnapshotFailedNoNetwork, failed at 2026-03-14T02:16:10Z\n";
  private static final String AGENT = "2026-03-14T02:15:13.907355Z ERROR ExtHandler ExtHandler ";
  private static final String EXTENSION =
      "2026/03/14 02:15:13.907 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0] ";

  private static List<String> benign() {
    return DIAGNOSIS.catalog().signatures().stream()
        .filter(signature -> signature.severity().equals("benign"))
        .map(LogSignature::literal)
        .filter(literal -> !literal.isEmpty())
        .toList();
  }

  static Stream<String> each() {
    return benign().stream();
  }

  private static List<String> confirmed(String text) {
    Report report = DIAGNOSIS.diagnose(DiagnosisRequest.forError(text));
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("each")
  void oneAloneConfirmsNothing(String literal) {
    assertThat(confirmed(CODE + AGENT + literal)).isEmpty();
    assertThat(confirmed(CODE + EXTENSION + literal)).isEmpty();
    assertThat(confirmed(CODE + literal)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dhcp client is not running.",
        "No route exists to 168.63.129.16",
        "The firewall rules for Azure Fabric are not setup correctly (the environment thread will"
            + " fix it): The following rules are missing: ['ACCEPT DNS']",
        "Unable to get vmId from IMDS: [IMDS_INTERNAL_SERVER_ERROR] IMDS is not available"
      })
  void aLineOfTheNetworkAloneConfirmsNothing(String line) {
    assertThat(confirmed(NO_NETWORK + AGENT + line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wire server endpoint:168.63.129.16",
        "Fetch goal state from WireServer completed",
        "[HEARTBEAT] Agent WALinuxAgent-2.15.0.1 is running as the goal state agent"
      })
  void wordsThatStandBesideFailuresTooRuleNothingOut(String line) {
    Report report = DIAGNOSIS.diagnose(DiagnosisRequest.forError(NO_NETWORK + AGENT + line));
    assertThat(report.causes())
        .filteredOn(cause -> cause.id().equals("host-endpoint-unreachable"))
        .singleElement()
        .satisfies(cause -> assertThat(cause.state()).isNotEqualTo(CauseState.RULED_OUT));
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, EXTENSION, ""})
  void allTogetherConfirmNothing(String head) {
    String lines =
        benign().stream().map(literal -> head + literal).collect(Collectors.joining("\n"));

    assertThat(confirmed(CODE + lines)).isEmpty();
  }
}
