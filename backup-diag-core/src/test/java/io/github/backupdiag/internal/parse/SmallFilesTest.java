package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentPolicy;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.FailedFlag;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.guestaccess.FileContent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a few fields. */
class SmallFilesTest {

  private static FileContent file(String text) {
    return FileContent.of("/f", text);
  }

  @Test
  void readsTheStateOfOneHandler() {
    HandlerReport report =
        HandlerStatusFiles.one(
            file(SampleTexts.handlerStatus("1.0.9235.0", "NotReady", 1007, "no room")));

    assertThat(report.name()).isEqualTo(BackupExtension.HANDLER);
    assertThat(report.isNotReady()).isTrue();
    assertThat(report.code()).isEqualTo(1007);
    assertThat(report.message()).isEqualTo("no room");
    assertThat(HandlerStatusFiles.one(file("{}"))).isNull();
  }

  @Test
  void readsTheReportOnAllHandlers() {
    FileContent all =
        file(
            """
            {"timestampUTC": "2026-03-14T02:20:00Z", "aggregateStatus": {
              "guestAgentStatus": {"version": "2.15.0.1"},
              "handlerAggregateStatus": [
                {"handlerName": "A.B", "handlerVersion": "1.2", "status": "Ready", "code": 0,
                 "runtimeSettingsStatus": {"settingsStatus": {"status": {"status": "error",
                   "code": 9, "formattedMessage": {"message": "broken"}}}}},
                {"handlerName": "C.D", "status": "Ready"}]}}
            """);

    List<HandlerReport> reports = HandlerStatusFiles.all(all);

    assertThat(reports).extracting(HandlerReport::isFailed).containsExactly(true, false);
    assertThat(reports).extracting(HandlerReport::isWell).containsExactly(false, true);
    assertThat(reports.get(0).message()).isEqualTo("broken");
    assertThat(reports.get(0).at()).isEqualTo("2026-03-14T02:20:00Z");
    assertThat(HandlerStatusFiles.agent(all)).isEqualTo("2.15.0.1");
    assertThat(HandlerStatusFiles.agent(file("[]"))).isNull();
  }

  @Test
  void takesOnlyTheThumbprintFromSettings() {
    String settings =
        "{\"runtimeSettings\": [{\"handlerSettings\": {\"protectedSettings\": \"c2VjcmV0\","
            + " \"protectedSettingsCertThumbprint\": \"ab12CD34ef\"}}]}";

    assertThat(SettingsFile.thumbprint(settings)).isEqualTo("AB12CD34EF");
    assertThat(SettingsFile.thumbprint(settings.replace("ab12CD34ef", "../x"))).isNull();
    assertThat(SettingsFile.thumbprint("")).isNull();
  }

  @Test
  void readsAPolicyAndKnowsADamagedOne() {
    AgentPolicy policy =
        PolicyFile.parse(
            file(
                "{\"extensionPolicies\": {\"allowListedExtensionsOnly\": true,"
                    + " \"extensions\": {\"A.B\": {}}}}"));

    assertThat(policy.allows("a.b")).isTrue();
    assertThat(policy.allows(BackupExtension.HANDLER)).isFalse();
    assertThat(PolicyFile.parse(file("{}")).allows("A.B")).isTrue();
    assertThat(PolicyFile.parse(file("{ nonsense")).valid()).isFalse();
    assertThat(PolicyFile.parse(file("[]")).valid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "isanysnapshotfailed = True, true",
    "isanysnapshotfailed: true, true",
    "IsAnySnapshotFailed=False, false",
    "isanysnapshotfailed =, false",
  })
  void findsTheFlagOfAFailedSnapshot(String line, boolean failed) {
    assertThat(FailedFlagLine.parse(file("[SnapshotThread]\n" + line + "\n")))
        .isEqualTo(new FailedFlag("/f", 2, failed));
    assertThat(FailedFlagLine.parse(file("# isanysnapshotfailed\nother=1\n"))).isNull();
  }

  @Test
  void ordersVersionsOfTheAgentByNumber() {
    assertThat(
            AgentVersion.all(
                List.of("/x/WALinuxAgent-2.9.1.1", "/x/WALinuxAgent-2.10.0.8.zip", "/x/other")))
        .containsExactly("2.10.0.8", "2.9.1.1");
  }
}
