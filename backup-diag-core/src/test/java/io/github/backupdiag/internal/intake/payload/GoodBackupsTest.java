package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.GoodBackup;
import io.github.backupdiag.fact.backup.GoodBackup.Consistency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodBackupsTest {

  private static List<GoodBackup> in(String text) {
    List<GoodBackup> good = Payloads.read(text).facts().value(BackupFacts.GOOD_BACKUPS);
    return good == null ? List.of() : good;
  }

  private static String job(String vm, String operation, String status, String start) {
    return """
        {"properties":{"entityFriendlyName":"%s","operation":"%s","status":"%s",
         "jobType":"AzureIaaSVMJob","startTime":"%s","endTime":"2026-03-15T09:00:00Z"}}"""
        .formatted(vm, operation, status, start);
  }

  @Test
  void areJobsThatCompleted() {
    List<GoodBackup> good =
        in(
            "["
                + job("vm-1", "Backup", "Failed", "2026-03-14T02:00:00Z")
                + ","
                + job("VM-1", "Backup", "Completed", "2026-03-15T02:00:00Z")
                + "]");

    assertThat(good).hasSize(1);
    assertThat(good.get(0).at()).isEqualTo(Instant.parse("2026-03-15T02:00:00Z"));
    assertThat(good.get(0).consistency()).isEqualTo(Consistency.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Backup, CompletedWithWarnings",
    "Backup, InProgress",
    "Restore, Completed",
    "ConfigureBackup, Completed",
    "'', Completed"
  })
  void areNoOtherJobs(String operation, String status) {
    assertThat(in(job("vm-1", operation, status, "2026-03-15T02:00:00Z"))).isEmpty();
  }

  @Test
  void areNotThoseOfAnotherVmOrWhereFailuresOfSeveralAreTold() {
    String failed = job("vm-1", "Backup", "Failed", "2026-03-14T02:00:00Z");
    String other = job("vm-2", "Backup", "Failed", "2026-03-14T02:00:00Z");
    String good = job("vm-2", "Backup", "Completed", "2026-03-15T02:00:00Z");

    assertThat(in("[" + failed + "," + good + "]")).isEmpty();
    assertThat(in("[" + failed + "," + other + "," + good + "]")).isEmpty();
    assertThat(in("[" + other + "," + good + "]")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "AppConsistent, APPLICATION",
    "FileSystemConsistent, FILE_SYSTEM",
    "CrashConsistent, CRASH",
    "Snapshot, UNKNOWN"
  })
  void areRestorePointsWithTheirConsistency(String type, Consistency consistency) {
    List<GoodBackup> good =
        in(
            """
            [{"id":"x","properties":{"objectType":"IaasVMRecoveryPoint",
              "recoveryPointType":"%s","recoveryPointTime":"2026-03-15T02:00:00Z"}}]"""
                .formatted(type));

    assertThat(good).extracting(GoodBackup::consistency).containsExactly(consistency);
  }

  @Test
  void areTheLastBackupOfAProtectedItem() {
    assertThat(
            in(
                """
                {"properties":{"friendlyName":"vm-1","lastBackupStatus":"Completed",
                 "protectionState":"Protected","healthStatus":"Passed",
                 "lastBackupTime":"2026-03-15T02:00:00Z"}}"""))
        .hasSize(1);
  }

  @Test
  void areRowsOfAWorkspace() {
    assertThat(
            in(
                """
                [{"JobOperation":"Backup","JobStatus":"Completed","JobUniqueId":"1",
                  "BackupItemFriendlyName":"vm-1","JobStartDateTime":"2026-03-15T02:00:00Z"}]"""))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-03-15T02:00:00", "0001-01-01T00:00:00Z"})
  void needATime(String time) {
    assertThat(
            in(
                """
                {"recoveryPointType":"AppConsistent","recoveryPointTime":"%s"}"""
                    .formatted(time)))
        .isEmpty();
  }
}
