package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentSelfReport;
import io.github.backupdiag.fact.guest.AgentUpdate;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Windows agent: there, current, alive, and let into its folders. */
class WindowsAgentRulesTest {

  private static final String PROGRAM = "C:/WindowsAzure/Packages/WaAppAgent.exe";
  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest";

  private final DiagnosticTester missing = rule(new WindowsAgentMissing());
  private final DiagnosticTester outdated = rule(new WindowsAgentOutdated());
  private final DiagnosticTester silent =
      rule(new WindowsAgentHeartbeatOld()).given(BackupFacts.REFERENCE_TIME, Samples.NIGHT);
  private final DiagnosticTester closed = rule(new AgentFoldersClosedToSystem());

  @Test
  void confirmsThatNothingOfTheAgentIsThere() {
    missing
        .given(WindowsAgentFacts.INSTALLATION, installed(List.of()))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void confirmsAServiceWhoseProgramIsGone() {
    missing
        .given(WindowsAgentFacts.INSTALLATION, installed(List.of(PROGRAM), service(false)))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence(PROGRAM, 0);
  }

  @Test
  void rulesOutAnAgentThatIsThere() {
    missing
        .given(WindowsAgentFacts.INSTALLATION, installed(List.of(PROGRAM), service(true)))
        .expectRuledOut(When.NOW);
    missing
        .given(WindowsAgentFacts.INSTALLATION, installed(List.of(PROGRAM), service(null)))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeRemainsOfAnAgent() {
    missing.given(WindowsAgentFacts.INSTALLATION, installed(List.of(PROGRAM))).expectInconclusive();
    missing
        .given(WindowsAgentFacts.INSTALLATION, installed(List.of(), service(null)))
        .expectInconclusive();
    missing
        .givenUnavailable(WindowsAgentFacts.INSTALLATION, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAnOldAgentOnlyWithACodeThatAgrees() {
    DiagnosticTester old = outdated.given(WindowsAgentFacts.SELF_REPORT, report("2.7.41491.1009"));
    assertThat(evidence(old.expectInconclusive())).hasSize(1);
    with(old, "LegacyRecoveryServicesExtensionFailed")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(KEY, 0);
  }

  @Test
  void showsTheUpdateThatFailedBesideAnOldAgent() {
    DiagnosticTester old = outdated.given(WindowsAgentFacts.SELF_REPORT, report("2.7.41491.900"));
    AgentUpdate failed = new AgentUpdate("2.7.41491.1010", 1603, "Failed", "x", KEY + "1010");
    AgentUpdate done = new AgentUpdate("2.7.41491.1010", 0, "Success", "", KEY);
    AgentUpdate earlier = new AgentUpdate("2.7.41491.800", 1603, "Failed", "x", KEY);

    with(
            old.given(WindowsAgentFacts.UPDATES, List.of(failed)),
            "LegacyRecoveryServicesExtensionFailed")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(KEY + "1010", 0);
    for (AgentUpdate other : List.of(done, earlier)) {
      assertThat(
              evidence(old.given(WindowsAgentFacts.UPDATES, List.of(other)).expectInconclusive()))
          .hasSize(1);
    }
  }

  @Test
  void rulesOutTheSupportedMinimumAndDoesNotJudgeWhatIsNoVersion() {
    outdated
        .given(WindowsAgentFacts.SELF_REPORT, report("2.7.41491.1010"))
        .expectRuledOut(When.NOW);
    outdated.given(WindowsAgentFacts.SELF_REPORT, report("10.0.1.0")).expectRuledOut(When.NOW);
    outdated.given(WindowsAgentFacts.SELF_REPORT, report("")).expectInconclusive();
    outdated.givenAbsent(WindowsAgentFacts.SELF_REPORT).expectInconclusive();
  }

  /** The number of older articles about backup is no longer the supported minimum. */
  @Test
  void doesNotTakeTheMinimumOfOlderArticlesForCurrent() {
    DiagnosticTester old = outdated.given(WindowsAgentFacts.SELF_REPORT, report("2.6.1198.718"));
    assertThat(evidence(old.expectInconclusive())).hasSize(1);
    with(old, "GuestAgentSnapshotTaskStatusError").expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotBlameAnOlderAgentBesideACodeOfAnotherCause() {
    with(
            outdated.given(WindowsAgentFacts.SELF_REPORT, report("2.6.1198.718")),
            "ExtensionFailedVssWriterInBadState")
        .expectInconclusive();
  }

  @Test
  void blamesAnOldSignOfLifeOnlyWithSomethingThatAgrees() {
    DiagnosticTester old = silent.given(WindowsAgentFacts.SELF_REPORT, heartbeat(41));
    assertThat(evidence(old.expectInconclusive())).hasSize(1);
    with(old, "UserErrorGuestAgentStatusUnavailable").expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void leavesTheSilenceOfAnAgentAtRestToTheRuleOfItsService() {
    DiagnosticTester old =
        with(
            silent.given(WindowsAgentFacts.SELF_REPORT, heartbeat(41)),
            "UserErrorGuestAgentStatusUnavailable");
    assertThat(evidence(services(old, 2, 1, 4).expectInconclusive())).isEmpty();
    assertThat(evidence(services(old, 4, 4, 4).expectInconclusive())).isEmpty();
    assertThat(evidence(services(old, 2, 4, 1).expectInconclusive())).isEmpty();
    services(old, 2, 4, 4).expectConfirmed(When.NOW, Confidence.LIKELY);
    services(old, 2, null, null).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  private static DiagnosticTester services(
      DiagnosticTester rule, int start, @Nullable Integer agent, @Nullable Integer helper) {
    return rule.given(
        WindowsServiceFacts.SERVICES,
        new WindowsServices(
            List.of(
                new WindowsService("WindowsAzureGuestAgent", start, "LocalSystem", "", agent),
                new WindowsService("RdAgent", 2, "LocalSystem", "", helper)),
            List.of()));
  }

  @Test
  void rulesOutAFreshSignOfLife() {
    silent.given(WindowsAgentFacts.SELF_REPORT, heartbeat(40)).expectRuledOut(When.NOW);
    silent.given(WindowsAgentFacts.SELF_REPORT, heartbeat(-5)).expectRuledOut(When.NOW);
    silent.given(WindowsAgentFacts.SELF_REPORT, report("2.7.41491.1010")).expectInconclusive();
  }

  @Test
  void takesTheLogOfTheAgentForTheNewerSignOfLife() {
    DiagnosticTester old =
        with(
            silent.given(WindowsAgentFacts.SELF_REPORT, heartbeat(500)),
            "UserErrorGuestAgentStatusUnavailable");
    old.given(WindowsFacts.AGENT_LOG, Samples.log(Samples.NIGHT.minus(Duration.ofMinutes(40))))
        .expectInconclusive();
    old.given(WindowsFacts.AGENT_LOG, Samples.log(Samples.NIGHT.minus(Duration.ofMinutes(41))))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void countsTheRightsOfAdministratorsForTheSystem() {
    FolderRight system = new FolderRight("C:/Packages", FolderRight.SYSTEM, false);
    DiagnosticTester without =
        closed.given(
            WindowsAgentFacts.FOLDER_RIGHTS,
            List.of(system, new FolderRight("C:/Packages", FolderRight.ADMINISTRATORS, false)));
    assertThat(evidence(without.expectInconclusive())).hasSize(2);
    with(without, "GuestAgentSnapshotTaskStatusError")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("C:/Packages", 0);
    with(
            closed.given(
                WindowsAgentFacts.FOLDER_RIGHTS,
                List.of(system, new FolderRight("C:/Packages", FolderRight.ADMINISTRATORS, true))),
            "GuestAgentSnapshotTaskStatusError")
        .expectInconclusive();
    closed
        .givenUnavailable(WindowsAgentFacts.FOLDER_RIGHTS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  private static WindowsAgentInstallation installed(
      List<String> programs, WindowsAgentInstallation.Service... services) {
    return new WindowsAgentInstallation(programs, List.of(services));
  }

  private static WindowsAgentInstallation.Service service(@Nullable Boolean found) {
    return new WindowsAgentInstallation.Service("WindowsAzureGuestAgent", PROGRAM, found);
  }

  private static AgentSelfReport report(String version) {
    return new AgentSelfReport(version, "Ready", "Success", "Success", null, KEY);
  }

  private static AgentSelfReport heartbeat(long minutes) {
    return new AgentSelfReport(
        "", "", "", "", Samples.NIGHT.minus(Duration.ofMinutes(minutes)), KEY);
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
