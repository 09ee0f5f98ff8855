package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotNetworkCallsSlowTest {

  private static DiagnosticTester rule() {
    return DiagnosticTester.of(new SnapshotNetworkCallsSlow()).wordedBy();
  }

  private static SnapshotSettings settings(Boolean service, SnapshotSetting... settings) {
    return new SnapshotSettings(List.of(settings), true, service);
  }

  private static SnapshotSetting persistent(String name, String data) {
    return new SnapshotSetting(SnapshotSetting.PERSISTENT, name, "REG_SZ", data);
  }

  @Test
  void theHostFirstRulesSlowCallsOfTheGuestOut() {
    DiagnosticTester rule = rule();
    SnapshotSetting method = persistent("SnapshotMethod", "firstHostThenGuest");

    rule.given(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            settings(true, method, persistent("CalculateSnapshotTimeFromHost", "True")))
        .expectRuledOut(When.NOW);
    rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, settings(true, method)).expectInconclusive();
    rule.given(WindowsVssFacts.SNAPSHOT_SETTINGS, settings(true)).expectInconclusive();
    rule.givenAbsent(WindowsVssFacts.SNAPSHOT_SETTINGS).expectInconclusive();
  }
}
