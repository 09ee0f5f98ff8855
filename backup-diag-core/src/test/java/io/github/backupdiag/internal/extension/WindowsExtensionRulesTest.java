package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AppControlPolicy;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.RuntimeLibraries;
import io.github.backupdiag.fact.guest.TenantCertificate;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the backup extension needs on Windows. */
class WindowsExtensionRulesTest {

  private static final String KEYS = "C:/ProgramData/Microsoft/Crypto/RSA/MachineKeys";
  private static final String FOLDER = "C:/Packages/Plugins/x/1.0.0.5";

  private final DiagnosticTester keys = rule(new MachineKeysPermissionsWrong());
  private final DiagnosticTester certificate =
      rule(new TenantCertificateInvalid()).given(BackupFacts.REFERENCE_TIME, Samples.NIGHT);
  private final DiagnosticTester manifest = rule(new BackupExtensionManifestDeleted());
  private final DiagnosticTester use = rule(new BackupExtensionNotInUse());
  private final DiagnosticTester control = rule(new AppControlBlocksExtension());
  private final DiagnosticTester runtime = rule(new VcRedistInstallBlocked());
  private final DiagnosticTester assembly = rule(new StorageAssemblyConflict());

  @Test
  void blamesClosedMachineKeysOnlyWithALineThatAgrees() {
    DiagnosticTester closed =
        keys.given(
            WindowsAgentFacts.FOLDER_RIGHTS,
            List.of(new FolderRight(KEYS, FolderRight.EVERYONE, false)));
    assertThat(evidence(closed.expectInconclusive())).hasSize(1);
    closed.given(WindowsFacts.AGENT_LOG, log("wg-pfximport", -500)).expectInconclusive();
    closed
        .given(WindowsFacts.AGENT_LOG, log("wg-pfximport", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(KEYS, 0)
        .withEvidence("C:/WindowsAzure/Logs/WaAppAgent.log", 7);
  }

  @Test
  void doesNotJudgeMachineKeysThatNameTheAccountsOrWereNotSeen() {
    keys.given(
            WindowsAgentFacts.FOLDER_RIGHTS,
            List.of(new FolderRight(KEYS, FolderRight.EVERYONE, true)))
        .given(WindowsFacts.AGENT_LOG, log("wg-pfximport", 5))
        .expectInconclusive();
    keys.given(
            WindowsAgentFacts.FOLDER_RIGHTS,
            List.of(new FolderRight("C:/Packages", FolderRight.SYSTEM, false)))
        .given(WindowsFacts.AGENT_LOG, log("wg-pfximport", 5))
        .expectInconclusive();
    keys.givenUnavailable(WindowsAgentFacts.FOLDER_RIGHTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAMissingOrOldCertificateOnlyWithSomethingThatAgrees() {
    DiagnosticTester none = certificate.given(WindowsAgentFacts.CERTIFICATES, List.of());
    assertThat(evidence(none.expectInconclusive())).hasSize(1);
    with(none, "GuestAgentCertificateNotFound").expectConfirmed(When.NOW, Confidence.LIKELY);
    certificate
        .given(WindowsAgentFacts.CERTIFICATES, List.of(certificate(-1, true)))
        .given(WindowsFacts.AGENT_LOG, log("wg-undecryptable", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
    certificate
        .given(WindowsAgentFacts.CERTIFICATES, List.of(certificate(9, false)))
        .given(WindowsFacts.AGENT_LOG, log("wg-keyset", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void rulesOutACertificateThatHoldsBesideOldOnes() {
    certificate
        .given(WindowsAgentFacts.CERTIFICATES, List.of(certificate(9, true), certificate(-1, true)))
        .expectRuledOut(When.NOW);
    certificate
        .givenUnavailable(WindowsAgentFacts.CERTIFICATES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void confirmsAManifestThatIsGoneOfTheEnabledVersionAlone() {
    manifest
        .given(WindowsAgentFacts.BACKUP_EXTENSION, extension(false, "Enabled"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence(FOLDER + "/HandlerManifest.json", 0);
    manifest
        .given(WindowsAgentFacts.BACKUP_EXTENSION, extension(true, "Enabled"))
        .expectRuledOut(When.NOW);
    manifest
        .given(WindowsAgentFacts.BACKUP_EXTENSION, extension(false, "NotInstalled"))
        .expectInconclusive();
    manifest.givenAbsent(WindowsAgentFacts.BACKUP_EXTENSION).expectInconclusive();
  }

  @Test
  void blamesAnExtensionThatIsNotEnabledOnlyWithACodeThatAgrees() {
    DiagnosticTester failed =
        use.given(WindowsAgentFacts.BACKUP_EXTENSION, extension(true, "NotInstalled"));
    assertThat(evidence(failed.expectInconclusive())).hasSize(1);
    with(failed, "BackUpOperationFailedV2").expectConfirmed(When.NOW, Confidence.LIKELY);
    use.givenAbsent(WindowsAgentFacts.BACKUP_EXTENSION).expectInconclusive();
  }

  @Test
  void rulesOutAnEnabledExtensionOnlyIfItsServiceMayStart() {
    DiagnosticTester enabled =
        use.given(WindowsAgentFacts.BACKUP_EXTENSION, extension(true, "Enabled"));
    enabled.given(WindowsServiceFacts.SERVICES, provider(3)).expectRuledOut(When.NOW);
    enabled
        .given(
            WindowsServiceFacts.SERVICES, new WindowsServices(List.of(), List.of("IaaSVmProvider")))
        .expectRuledOut(When.NOW);
    enabled.given(WindowsServiceFacts.SERVICES, provider(4)).expectInconclusive();
    enabled.expectInconclusive();
  }

  private static WindowsServices provider(int start) {
    return new WindowsServices(
        List.of(new WindowsService("IaaSVmProvider", start, "LocalSystem", "", null)), List.of());
  }

  @Test
  void rulesOutApplicationControlWithoutAPolicyThatBlocks() {
    control
        .given(WindowsAgentFacts.APP_CONTROL, new AppControlPolicy(List.of(), List.of()))
        .expectRuledOut(When.NOW);
    control
        .given(WindowsAgentFacts.APP_CONTROL, new AppControlPolicy(List.of(), List.of("SrpV2")))
        .expectRuledOut(When.NOW)
        .withEvidence("SrpV2", 0);
  }

  @Test
  void onlyHintsAtAPolicyThatMayBlock() {
    DiagnosticTester policy =
        control.given(
            WindowsAgentFacts.APP_CONTROL, new AppControlPolicy(List.of("SrpV2"), List.of()));
    assertThat(evidence(policy.expectInconclusive())).hasSize(1);
    control
        .givenUnavailable(WindowsAgentFacts.APP_CONTROL, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAMissingRuntimeOnlyWithAnInstallationThatFailed() {
    DiagnosticTester none =
        runtime.given(WindowsSetupFacts.RUNTIME_LIBRARIES, new RuntimeLibraries(List.of(), ""));
    assertThat(evidence(none.expectInconclusive())).hasSize(1);
    with(none, "ExtensionVCRedistInstallationFailure")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(RuntimeLibraries.FOLDER, 0);
    with(
            runtime.given(
                WindowsSetupFacts.RUNTIME_LIBRARIES,
                new RuntimeLibraries(List.of("a.dll", "b.dll"), "12.0")),
            "ExtensionVCRedistInstallationFailure")
        .expectRuledOut(When.NOW);
    runtime
        .givenUnavailable(WindowsSetupFacts.RUNTIME_LIBRARIES, UnavailableReason.FAILED)
        .expectInconclusive();
  }

  @Test
  void blamesAStorageAssemblyOnlyWithALineOfTheExtension() {
    DiagnosticTester folder =
        assembly.given(WindowsSetupFacts.STORAGE_ASSEMBLY, List.of("C:/Windows/x"));
    assertThat(evidence(with(folder, "ExtensionCommandExecFailure").expectInconclusive()))
        .hasSize(1);
    folder
        .given(WindowsFacts.EXTENSION_LOG, log("vs-storage-method", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    assembly.given(WindowsSetupFacts.STORAGE_ASSEMBLY, List.of()).expectRuledOut(When.NOW);
    assembly
        .givenUnavailable(WindowsSetupFacts.STORAGE_ASSEMBLY, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static TenantCertificate certificate(long days, boolean key) {
    Instant end = Samples.NIGHT.plus(Duration.ofDays(days));
    return new TenantCertificate("DC=x", end.minus(Duration.ofDays(99)), end, key, "key");
  }

  private static WindowsBackupExtension extension(boolean manifest, String state) {
    return new WindowsBackupExtension(
        List.of(
            new WindowsBackupExtension.Folder("1.0.0.5", FOLDER, manifest, true),
            new WindowsBackupExtension.Folder("1.0.0.4", FOLDER + "/old", false, true)),
        List.of(new WindowsBackupExtension.State("1.0.0.5", state, "key")));
  }

  private static LogEvents log(String signature, long minutes) {
    Instant time = Samples.NIGHT.plus(Duration.ofMinutes(minutes));
    return Samples.log(
        time, new LogEvent(signature, "C:/WindowsAzure/Logs/WaAppAgent.log", 7, time, signature));
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
