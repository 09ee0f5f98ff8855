package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadsTest {

  private static final String GROUPS =
      "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/";

  private static Payload sample(String name) {
    return Payloads.read(PayloadSamples.text(name));
  }

  private static List<String> texts(Payload payload, int incident, Role role) {
    return payload.passages().stream()
        .filter(passage -> passage.incident() == incident && passage.role() == role)
        .map(Passage::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "activity-log.json, ACTIVITY_LOG, 1",
    "alert.json, ALERT, 1",
    "arm-error.json, ERROR_ANSWER, 1",
    "az-job-list.json, BACKUP_JOB, 1",
    "diagnostic-record.json, LOG_ROWS, 2",
    "email.txt, ERROR_ANSWER, 1",
    "extension-status.json, EXTENSION_STATUS, 1",
    "instance-view.json, INSTANCE_VIEW, 0",
    "job-list.json, BACKUP_JOB, 2",
    "job.json, BACKUP_JOB, 1",
    "log-alert.json, ALERT, 1",
    "log-rows.json, LOG_ROWS, 1",
    "log-tables.json, LOG_ROWS, 2",
    "operation-status.json, OPERATION_STATUS, 1",
    "powershell-job.json, POWERSHELL_JOB, 1",
    "protected-item.json, PROTECTED_ITEM, 1"
  })
  void knowsTheKindAndCountsTheFailures(String name, Kind kind, int incidents) {
    Payload payload = sample(name);

    assertThat(payload.kind()).isEqualTo(kind);
    assertThat(payload.incidents()).hasSize(incidents);
    assertThat(payload.problems()).isEmpty();
  }

  @Test
  void tellsVmVaultAndTimeOfAJob() {
    assertThat(sample("job.json").incidents())
        .containsExactly(
            new Incident(
                0,
                Instant.parse("2026-03-14T02:38:02.123456700Z"),
                "vm-web-01",
                "/Subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-backup"
                    + "/providers/Microsoft.RecoveryServices/vaults/vault-east"));
  }

  @Test
  void tellsCodesFromMessagesFromAdviceAndWhereEachStands() {
    assertThat(sample("job.json").passages())
        .contains(
            new Passage(0, Role.ERROR_CODE, "properties.errorDetails[0].errorCode", 15, "400007"),
            new Passage(
                0,
                Role.MESSAGE,
                "properties.errorDetails[0].errorTitle",
                17,
                "Guest agent status unavailable"),
            new Passage(
                0,
                Role.RECOMMENDATION,
                "properties.errorDetails[0].recommendations[1]",
                20,
                "See also ExtensionSnapshotFailedNoNetwork."));
  }

  @Test
  void keepsSeveralFailuresApartAndIsSilentAboutJobsThatDidNotFail() {
    Payload list = sample("job-list.json");

    assertThat(list.incidents()).extracting(Incident::vm).containsExactly("vm-1", "vm-4");
    assertThat(list.incidents())
        .extracting(Incident::failedAt)
        .containsExactly(
            Instant.parse("2026-03-14T02:30:00Z"), Instant.parse("2026-03-15T01:00:00Z"));
    assertThat(texts(list, 0, Role.ERROR_CODE)).containsExactly("400007");
    assertThat(texts(list, 1, Role.ERROR_CODE)).containsExactly("400012");
    assertThat(list.passages()).noneMatch(passage -> passage.text().contains("overcome"));
  }

  @Test
  void readsJsonInsideTheTextsOfTheActivityLog() {
    Payload log = sample("activity-log.json");

    assertThat(log.incidents().get(0).vm()).isEqualTo("vm-14");
    assertThat(log.incidents().get(0).vault()).endsWith("/vaults/vault-e");
    assertThat(log.passages())
        .contains(
            new Passage(
                0,
                Role.ERROR_CODE,
                "value[0].properties.statusMessage.error.details[0].code",
                17,
                "UserErrorGuestAgentStatusUnavailable"));
    assertThat(log.passages()).noneMatch(passage -> passage.text().contains("NotAMessage"));
  }

  @Test
  void takesNeitherQueryNorRuleOfAnAlertForItsError() {
    assertThat(texts(sample("log-alert.json"), 0, Role.ERROR_CODE))
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
    assertThat(sample("log-alert.json").passages())
        .noneMatch(passage -> passage.text().contains("OfTheQuery"));
    assertThat(sample("alert.json").passages())
        .noneMatch(passage -> passage.text().contains("RuleNameOnly"));
  }

  @Test
  void readsRowsOfAQueryByTheirColumns() {
    Payload rows = sample("log-tables.json");

    assertThat(rows.incidents()).extracting(Incident::vm).containsExactly("vm-9", "vm-11");
    assertThat(rows.incidents().get(0).failedAt()).isEqualTo("2026-03-14T02:10:00Z");
    assertThat(texts(rows, 1, Role.ERROR_CODE)).containsExactly("ExtensionSnapshotFailedNoNetwork");
  }

  @Test
  void findsTheTrueCodeOfAnExtensionStatusThatSaysSuccess() {
    assertThat(texts(sample("extension-status.json"), 0, Role.ERROR_CODE)).containsOnly("121");
    assertThat(texts(sample("extension-status.json"), 0, Role.MESSAGE))
        .contains("inner text of the status", "disk one could not be captured");
  }

  @Test
  void readsJsonThatAMailQuotes() {
    Payload mail = sample("email.txt");

    assertThat(texts(mail, 0, Role.ERROR_CODE))
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
    assertThat(texts(mail, 0, Role.FREE)).hasSize(2);
    assertThat(mail.incidents().get(0).vm())
        .isEqualTo(GROUPS + "rg/providers/Microsoft.Compute/virtualMachines/vm-17");
  }

  @Test
  void takesPlainTextForOneAssumedFailure() {
    Payload text = Payloads.read("UserErrorGuestAgentStatusUnavailable");

    assertThat(text.kind()).isEqualTo(Kind.TEXT);
    assertThat(text.isAssumed()).isTrue();
    assertThat(text.passages())
        .containsExactly(new Passage(0, Role.FREE, "", 1, "UserErrorGuestAgentStatusUnavailable"));
    assertThat(Payloads.read(" \n").kind()).isEqualTo(Kind.EMPTY);
    assertThat(Payloads.read("").incidents()).isEmpty();
  }
}
