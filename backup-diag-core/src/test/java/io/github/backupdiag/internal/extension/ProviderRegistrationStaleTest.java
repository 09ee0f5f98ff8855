package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderRegistrationStaleTest {

  private static DiagnosticTester rule() {
    return DiagnosticTester.of(new ProviderRegistrationStale()).wordedBy();
  }

  private static final List<CodeMatch> WRITERS =
      List.of(Samples.code("ExtensionFailedVssWriterInBadState"));

  private static SnapshotSettings settings(Boolean service, SnapshotSetting... settings) {
    return new SnapshotSettings(List.of(settings), true, service);
  }

  private static SnapshotSetting agent(String name, String type, String data) {
    return new SnapshotSetting(SnapshotSetting.AGENT, name, type, data);
  }

  private static SnapshotSetting persistent(String name, String data) {
    return new SnapshotSetting(SnapshotSetting.PERSISTENT, name, "REG_SZ", data);
  }

  @Test
  void aNotedProviderWithoutItsServiceNeedsACodeOfIt() {
    DiagnosticTester stale =
        rule()
            .given(
                WindowsVssFacts.SNAPSHOT_SETTINGS,
                settings(false, agent("IsProviderInstalled", "REG_SZ", "True")));

    stale
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    stale.expectInconclusive();
    stale.given(BackupFacts.MATCHES, WRITERS).expectInconclusive();
  }

  @Test
  void anInstalledProviderIsNormalAndSoIsNoneBeforeTheFirstBackup() {
    DiagnosticTester rule =
        rule().given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")));

    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(true, persistent("IsCommonProviderInstalled", "True")))
        .expectInconclusive();
    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(null, agent("IsProviderInstalled", "REG_SZ", "True")))
        .expectInconclusive();
    rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, settings(false)).expectRuledOut(When.NOW);
    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(false, agent("IsProviderInstalled", "REG_SZ", "False")))
        .expectRuledOut(When.NOW);
    rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, new SnapshotSettings(List.of(), false, false))
        .expectInconclusive();
    rule.givenAbsent(WindowsVssFacts.SNAPSHOT_SETTINGS).expectInconclusive();
  }
}
