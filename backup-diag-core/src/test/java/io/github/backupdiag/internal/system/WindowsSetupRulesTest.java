package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.DotNetRelease;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.MachineConfig.State;
import io.github.backupdiag.fact.guest.PendingReboot;
import io.github.backupdiag.fact.guest.WindowsBuild;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The setup of Windows: .NET, its configuration, pending restarts and the release. */
class WindowsSetupRulesTest {

  private final DiagnosticTester dotnet = rule(new DotnetMissingOrOld());
  private final DiagnosticTester config = rule(new MachineConfigBroken());
  private final DiagnosticTester restart = rule(new WindowsRestartPending());
  private final DiagnosticTester release = rule(new WindowsUnsupported());

  @Test
  void confirmsAMissingOrOldFramework() {
    dotnet
        .given(WindowsSetupFacts.DOTNET, new DotNetRelease(0, "", "key"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    dotnet
        .given(WindowsSetupFacts.DOTNET, new DotNetRelease(0, "4.0.30319", "key"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence("key", 0);
  }

  @Test
  void rulesOutAFrameworkThatIsNewEnough() {
    dotnet
        .given(WindowsSetupFacts.DOTNET, new DotNetRelease(378389, "4.5", "key"))
        .expectRuledOut(When.NOW);
    dotnet.givenAbsent(WindowsSetupFacts.DOTNET).expectInconclusive();
    dotnet
        .givenUnavailable(WindowsSetupFacts.DOTNET, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void judgesTheConfigurationOfTheFramework() {
    config
        .given(WindowsSetupFacts.MACHINE_CONFIG, config(State.BROKEN))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence("machine.config", 3);
    config
        .given(WindowsSetupFacts.MACHINE_CONFIG, config(State.DEBUGGED))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    config
        .given(WindowsSetupFacts.MACHINE_CONFIG, config(State.MISSING))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    config.given(WindowsSetupFacts.MACHINE_CONFIG, config(State.SOUND)).expectRuledOut(When.NOW);
    config.givenAbsent(WindowsSetupFacts.MACHINE_CONFIG).expectInconclusive();
    config
        .givenUnavailable(WindowsSetupFacts.MACHINE_CONFIG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAPendingRestartOnlyWithACodeThatAgrees() {
    DiagnosticTester pending =
        restart.given(
            WindowsSetupFacts.PENDING_REBOOT, new PendingReboot(List.of("RebootPending"), true));
    assertThat(evidence(pending.expectInconclusive())).hasSize(1);
    with(pending, "ExtensionFailedVssServiceInBadState")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("RebootPending", 0);
  }

  @Test
  void takesFilesToBeRenamedForNoPendingRestart() {
    with(
            restart.given(WindowsSetupFacts.PENDING_REBOOT, new PendingReboot(List.of(), true)),
            "ExtensionFailedVssServiceInBadState")
        .expectRuledOut(When.NOW);
    restart
        .givenUnavailable(WindowsSetupFacts.PENDING_REBOOT, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAnUnsupportedReleaseOnlyWithACodeThatAgrees() {
    DiagnosticTester small = release.given(WindowsSetupFacts.BUILD, build(17763, 32));
    assertThat(evidence(small.expectInconclusive())).hasSize(1);
    with(small, "GuestAgentSnapshotTaskStatusError").expectConfirmed(When.NOW, Confidence.LIKELY);
    with(
            release.given(WindowsSetupFacts.BUILD, build(6003, 64)),
            "UserErrorGuestAgentStatusUnavailable")
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void rulesOutAReleaseOf64BitsThatIsNotTooOld() {
    release.given(WindowsSetupFacts.BUILD, build(7601, 64)).expectRuledOut(When.NOW);
    release.given(WindowsSetupFacts.BUILD, build(26100, 64)).expectRuledOut(When.NOW);
    release.given(WindowsSetupFacts.BUILD, build(17763, 0)).expectInconclusive();
    release.given(WindowsSetupFacts.BUILD, build(0, 64)).expectInconclusive();
    release.givenAbsent(WindowsSetupFacts.BUILD).expectInconclusive();
  }

  private static MachineConfig config(State state) {
    return new MachineConfig(state, "machine.config", 3, "");
  }

  private static WindowsBuild build(int number, int bits) {
    return new WindowsBuild("Windows Server", number, true, bits, "key");
  }

  private static DiagnosticTester rule(Diagnostic rule) {
    DiagnosticTester tester = DiagnosticTester.of(rule).wordedBy();
    return rule.descriptor().helpful().contains(BackupFacts.WINDOW)
        ? tester.given(BackupFacts.WINDOW, Samples.WINDOW)
        : tester;
  }

  private static DiagnosticTester with(DiagnosticTester rule, String code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }
}
