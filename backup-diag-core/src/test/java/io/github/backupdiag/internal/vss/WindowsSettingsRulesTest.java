package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.CLUSTER;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.OddImagePath;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.SystemWriterInputs;
import io.github.backupdiag.fact.guest.VssAccount;
import io.github.backupdiag.fact.guest.VssSettings;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.internal.rules.VerdictEvidence;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that judge settings in the registry of a Windows guest. */
class WindowsSettingsRulesTest {

  private static final List<CodeMatch> WRITERS =
      List.of(Samples.code("ExtensionFailedVssWriterInBadState"));
  private static final VssAccount NETWORK = new VssAccount("NT AUTHORITY\\NETWORK SERVICE", true);
  private static final String LIBRARY = "%SystemRoot%\\System32\\swprv.dll";

  private static DiagnosticTester rule(Diagnostic rule) {
    return DiagnosticTester.of(rule).wordedBy();
  }

  private static DiagnosticTester inWindow(Diagnostic rule) {
    return rule(rule).given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static VssSettings accounts(VssAccount... accounts) {
    return new VssSettings(List.of(accounts), true, true, LIBRARY);
  }

  private static VssSettings library(String library) {
    return new VssSettings(List.of(NETWORK), true, true, library);
  }

  private static SnapshotSettings settings(SnapshotSetting... settings) {
    return new SnapshotSettings(List.of(settings), true, true);
  }

  private static SnapshotSetting agent(String name, String type, String data) {
    return new SnapshotSetting(SnapshotSetting.AGENT, name, type, data);
  }

  private static SnapshotSetting persistent(String name, String data) {
    return new SnapshotSetting(SnapshotSetting.PERSISTENT, name, "REG_SZ", data);
  }

  @Test
  void aBarredAccountNeedsARefusalAtTheTimeOfTheJobOrACode() {
    DiagnosticTester barred =
        inWindow(new VssAccessControlWrong())
            .given(
                WindowsVssFacts.VSS_SETTINGS,
                accounts(new VssAccount("NT Authority\\NetworkService", false)));

    barred
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, INSIDE, "System Writer")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    barred
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, null, "System Writer")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    barred.expectInconclusive();
    barred.given(BackupFacts.MATCHES, WRITERS).expectInconclusive();
    barred
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, BEFORE, "System Writer")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
  }

  @Test
  void anAccountThatARefusalNamesCountsAndSoDoesAnEmptyList() {
    inWindow(new VssAccessControlWrong())
        .given(
            WindowsVssFacts.VSS_SETTINGS,
            accounts(NETWORK, new VssAccount("CONTOSO\\sqlsvc", false)))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, INSIDE, "contoso\\SQLSVC")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    inWindow(new VssAccessControlWrong())
        .given(WindowsVssFacts.VSS_SETTINGS, accounts())
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, INSIDE, "System Writer")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void entriesOfOthersAndTranslatedNamesBarNobody() {
    inWindow(new VssAccessControlWrong())
        .given(
            WindowsVssFacts.VSS_SETTINGS, accounts(NETWORK, new VssAccount("CONTOSO\\gone", false)))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8230, INSIDE, "CONTOSO\\gone", "1376")))
        .expectRuledOut(When.NOW);
    inWindow(new VssAccessControlWrong())
        .given(
            WindowsVssFacts.VSS_SETTINGS,
            accounts(new VssAccount("NT-AUTORIT\u00c4T\\Netzwerkdienst", true)))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8213, INSIDE, "System Writer")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
    inWindow(new VssAccessControlWrong())
        .givenUnavailable(WindowsVssFacts.VSS_SETTINGS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void theSoftwareProviderNeedsTheLibraryOfWindows() {
    DiagnosticTester rule = rule(new SoftwareShadowProviderLibraryWrong());

    rule.given(WindowsVssFacts.VSS_SETTINGS, library(null))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    rule.given(WindowsVssFacts.VSS_SETTINGS, library("C:\\Temp\\swprv.dll"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    for (String normal :
        List.of(LIBRARY, "%windir%\\system32\\SWPRV.DLL", "C:\\Windows\\System32\\swprv.dll")) {
      rule.given(WindowsVssFacts.VSS_SETTINGS, library(normal)).expectInconclusive();
    }
    rule.given(WindowsVssFacts.VSS_SETTINGS, new VssSettings(List.of(), false, false, null))
        .expectInconclusive();
    rule.givenUnavailable(WindowsVssFacts.VSS_SETTINGS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void snapshotsWithoutThreadsRuleTheirDelayOutAndTheirAbsenceIsNormal() {
    DiagnosticTester rule = inWindow(new SnapshotThreadsDelayVss());

    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(persistent("SnapshotWithoutThreads", "True")))
        .expectRuledOut(When.NOW);
    rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, settings())
        .given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, "0x800423f2")))
        .expectInconclusive();
    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(agent("SnapshotWithoutThreads", "REG_SZ", "True")))
        .expectInconclusive();
    rule.givenAbsent(WindowsVssFacts.SNAPSHOT_SETTINGS).expectInconclusive();
  }

  @Test
  void theModeOfBackupNeverDecides() {
    DiagnosticTester rule = rule(new SqlVssFullBackupConflict());
    SnapshotSetting full = agent("UseVssFullBackup", "REG_SZ", "True");

    assertThat(hints(rule, settings(full, agent("USEVSSCOPYBACKUP", "REG_SZ", "TRUE"))))
        .isEqualTo(2);
    assertThat(hints(rule, settings(agent("UseVssFullBackup", "REG_DWORD", "1")))).isEqualTo(1);
    assertThat(hints(rule, settings(persistent("UseVssFullBackup", "True")))).isZero();
    assertThat(hints(rule, settings())).isZero();
    rule.givenUnavailable(WindowsVssFacts.SNAPSHOT_SETTINGS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static int hints(DiagnosticTester rule, SnapshotSettings settings) {
    CheckedVerdict verdict =
        rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, settings).expectInconclusive();
    return VerdictEvidence.evidence(verdict).size();
  }

  @Test
  void oddPathsAndManyFoldersNeedAnEventThatTellsWhy() {
    SystemWriterInputs odd =
        new SystemWriterInputs(
            List.of(new OddImagePath("acme", "\"C:\\x", OddImagePath.Problem.UNCLOSED_QUOTE)),
            true,
            null);
    SystemWriterInputs many = new SystemWriterInputs(List.of(), true, 1001);
    DiagnosticTester failed =
        inWindow(new SystemWriterCannotEnumerate())
            .given(
                WindowsFacts.EVENTS, events(event("CAPI2", 513, INSIDE, "AddCoreCsiFiles", "2")));

    failed
        .given(WindowsVssFacts.SYSTEM_WRITER_INPUTS, odd)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    failed
        .given(WindowsVssFacts.SYSTEM_WRITER_INPUTS, many)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    failed
        .given(WindowsVssFacts.SYSTEM_WRITER_INPUTS, new SystemWriterInputs(List.of(), true, 1000))
        .expectInconclusive();
    inWindow(new SystemWriterCannotEnumerate())
        .given(WindowsVssFacts.SYSTEM_WRITER_INPUTS, odd)
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
  }

  @Test
  void foldersThatSystemWriterCannotReadNeedAnEventThatTellsWhy() {
    String folder = "C:/Windows/WinSxS/FileMaps";
    DiagnosticTester closed =
        inWindow(new SystemWriterCannotEnumerate())
            .given(
                WindowsAgentFacts.FOLDER_RIGHTS,
                List.of(
                    new FolderRight(folder, FolderRight.SYSTEM, false),
                    new FolderRight("C:/Packages", FolderRight.SYSTEM, false)));

    assertThat(VerdictEvidence.evidence(closed.expectInconclusive())).hasSize(1);
    closed
        .given(WindowsFacts.EVENTS, events(event("CAPI2", 513, INSIDE, "AddCoreCsiFiles", "5")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence(folder, 0);
  }

  @Test
  void withoutAClusterItsWriterCannotFail() {
    DiagnosticTester rule = inWindow(new ClusterSharedVolumeWriter());

    rule.given(WindowsVssFacts.CLUSTER_SERVICE, false).expectRuledOut(When.NOW);
    rule.given(WindowsVssFacts.CLUSTER_SERVICE, true).expectInconclusive();
    rule.given(WindowsVssFacts.CLUSTER_SERVICE, false)
        .given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, CLUSTER)))
        .expectInconclusive();
  }
}
