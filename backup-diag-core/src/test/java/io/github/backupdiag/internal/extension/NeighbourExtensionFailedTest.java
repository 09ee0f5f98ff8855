package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.HandlerName;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourExtensionFailedTest {

  private static final String MONITOR = "Contoso.Monitor.Agent";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new NeighbourExtensionFailed())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);
  private final DiagnosticTester withCode =
      rule.given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmProvisioningStateFailed")));

  private static LogEvent exit(String name, int seconds) {
    return Samples.agentLine(
        "wa-nonzero-3",
        Samples.NIGHT.plusSeconds(seconds),
        "ERROR ExtHandler Event: name=" + name + ", op=Enable, message=Non-zero exit code: 3, x");
  }

  private static DiagnosticTester says(DiagnosticTester tester, LogEvent... lines) {
    return tester.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, lines));
  }

  @Test
  void confirmsThatTheOtherExtensionFailed() {
    says(withCode, exit(MONITOR, 60))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 17);
  }

  @Test
  void onlyHintsWithoutTheCodeOrWhereTheBackupExtensionFailedAsWell() {
    assertThat(evidence(says(rule, exit(MONITOR, 60)).expectInconclusive())).hasSize(1);
    assertThat(
            evidence(
                says(withCode, exit(BackupExtension.HANDLER, 50), exit(MONITOR, 60))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void doesNotTakeTheBackupExtensionOrAnotherDayForIt() {
    assertThat(evidence(says(withCode, exit(BackupExtension.HANDLER, 60)).expectInconclusive()))
        .isEmpty();
    assertThat(evidence(says(withCode, exit(MONITOR, -90000)).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    withCode
        .givenUnavailable(GuestFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void saysNothingUnseen() {
    withCode.expectInconclusive();
    says(withCode, exit(MONITOR, 60)).checkContract();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR Event: name=A.B.C, op=Enable, message=x|A.B.C",
        "INFO [Contoso.Monitor-1.0.3] Target handler state: enabled|Contoso.Monitor",
        "Non-zero exit code: 1, /var/lib/waagent/A.B.C-1.2.3.4/bin/run.sh|A.B.C",
        "Event: name=WALinuxAgent, op=HeartBeat, message=x|''",
        "ERROR ExtHandler Non-zero exit code: 1, x|''",
        "''|''"
      })
  void findsTheNameInALine(String line, String name) {
    assertThat(HandlerName.in(line)).isEqualTo(name);
  }
}
