package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
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
    "action-group-mail.txt, ERROR_PAGE, 1",
    "activity-alert.json, ACTIVITY_LOG, 1",
    "activity-log.json, ACTIVITY_LOG, 1",
    "agent-status.json, AGENT_STATUS, 0",
    "alert.json, ALERT, 1",
    "arm-alert.json, ALERT, 1",
    "arm-error.json, ERROR_ANSWER, 1",
    "az-job-list.json, BACKUP_JOB, 1",
    "az-table.txt, BACKUP_JOB, 1",
    "backup-alert.json, ALERT, 1",
    "backup-mail.txt, ERROR_PAGE, 1",
    "cross-region-jobs.json, BACKUP_JOB, 1",
    "diagnostic-record.json, LOG_ROWS, 2",
    "email.txt, ERROR_ANSWER, 1",
    "error-page-ja.txt, ERROR_PAGE, 1",
    "error-page.txt, ERROR_PAGE, 1",
    "events.xml, WINDOWS_EVENTS, 2",
    "extension-status.json, EXTENSION_STATUS, 1",
    "handler-status.json, AGENT_STATUS, 0",
    "instance-view.json, INSTANCE_VIEW, 0",
    "job-list.json, BACKUP_JOB, 2",
    "job.json, BACKUP_JOB, 1",
    "linux-extension-status.json, EXTENSION_STATUS, 1",
    "log-alert.json, ALERT, 1",
    "log-rows.csv, LOG_ROWS, 2",
    "log-rows.json, LOG_ROWS, 1",
    "log-rows.tsv, LOG_ROWS, 1",
    "log-tables.json, LOG_ROWS, 2",
    "operation-status.json, OPERATION_STATUS, 1",
    "powershell-extension.txt, INSTANCE_VIEW, 1",
    "powershell-job.json, POWERSHELL_JOB, 1",
    "powershell-list.txt, POWERSHELL_JOB, 1",
    "powershell-table.txt, POWERSHELL_JOB, 2",
    "powershell-vm.txt, INSTANCE_VIEW, 0",
    "protected-item.json, PROTECTED_ITEM, 1",
    "resource-graph.json, BACKUP_JOB, 1",
    "two-machines.txt, ERROR_PAGE, 2"
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
    assertThat(text.assumed()).isTrue();
    assertThat(text.passages())
        .containsExactly(new Passage(0, Role.FREE, "", 1, "UserErrorGuestAgentStatusUnavailable"));
    assertThat(Payloads.read(" \n").kind()).isEqualTo(Kind.EMPTY);
    assertThat(Payloads.read("").incidents()).isEmpty();
  }

  @Test
  void readsWhatPowerShellPrints() {
    Payload list = sample("powershell-list.txt");
    Payload table = sample("powershell-table.txt");

    assertThat(texts(list, 0, Role.ERROR_CODE)).containsExactly("400007");
    assertThat(texts(list, 0, Role.MESSAGE))
        .containsExactly("The agent of the machine did not answer within the time it had.");
    assertThat(texts(list, 0, Role.RECOMMENDATION)).singleElement().asString().contains("Advice");
    assertThat(list.incidents().get(0)).isEqualTo(new Incident(0, null, "vm-18", null));
    assertThat(table.incidents()).extracting(Incident::vm).containsExactly("vm-19", "vm-21");
  }

  @Test
  void readsATableOfTheCommandLineWithItsUtcTimes() {
    assertThat(sample("az-table.txt").incidents())
        .containsExactly(
            new Incident(0, Instant.parse("2026-03-14T02:16:10.123456Z"), "vm-22", null));
  }

  @Test
  void readsExportsWithQuotesLineBreaksAndJsonInCells() {
    Payload rows = sample("log-rows.csv");

    assertThat(rows.incidents()).extracting(Incident::vm).containsExactly("vm-24", "vm-26");
    assertThat(texts(rows, 0, Role.DETAIL))
        .containsExactly("a \"quoted\" text, with a comma\nand a second line about an error");
    assertThat(texts(rows, 1, Role.ERROR_CODE))
        .containsExactly("ExtensionSnapshotFailedNoNetwork", "UserErrorInner");
    assertThat(rows.passages()).extracting(Passage::line).containsExactly(2, 2, 5, 5, 5);
  }

  @Test
  void readsTheMailsOfAlertsByTheirLabels() {
    Payload mail = sample("action-group-mail.txt");

    assertThat(mail.incidents())
        .containsExactly(new Incident(0, Instant.parse("2026-03-14T02:40:00Z"), "vm-12", null));
    assertThat(texts(mail, 0, Role.ERROR_CODE))
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
    assertThat(texts(mail, 0, Role.RECOMMENDATION)).singleElement().asString().contains("Network");
    assertThat(sample("backup-mail.txt").incidents())
        .containsExactly(new Incident(0, null, null, "vault-c"));
  }

  @Test
  void findsTheMachineOfAnAlertWhereverItIsNamed() {
    assertThat(sample("arm-alert.json").incidents().get(0).vm()).isEqualTo("vm-8");
    assertThat(sample("backup-alert.json").incidents().get(0).vm()).isEqualTo("vm-9");
    assertThat(texts(sample("backup-alert.json"), 0, Role.RECOMMENDATION))
        .containsExactly("do this");
    assertThat(texts(sample("activity-alert.json"), 0, Role.ERROR_CODE))
        .contains("UserErrorGuestAgentStatusUnavailable");
  }

  @Test
  void readsJobsOfAnotherRegionAndThoseInATextOfAGraph() {
    assertThat(sample("cross-region-jobs.json").incidents().get(0).vm()).isEqualTo("vm-3");
    assertThat(sample("resource-graph.json").incidents().get(0).vm()).isEqualTo("vm-5");
    assertThat(texts(sample("resource-graph.json"), 0, Role.ERROR_CODE)).containsExactly("400007");
  }

  @Test
  void saysThatTheJobOfADatabaseIsNotExplained() {
    Payload job = sample("workload-job.json");

    assertThat(job.incidents()).singleElement().matches(incident -> incident.vm() == null);
    assertThat(job.problems())
        .containsExactly(
            "line 1: a job of type AzureWorkloadJob protects no VM as a whole: only the backup of"
                + " VMs is explained");
  }

  @Test
  void readsErrorsAmongTheEventsOfWindows() {
    Payload events = sample("events.xml");

    assertThat(events.incidents().get(1).failedAt()).isEqualTo("2026-03-14T02:21:00Z");
    assertThat(texts(events, 0, Role.MESSAGE))
        .containsExactly("Volume Shadow Copy Service error: Unexpected error calling routine <X>.");
    assertThat(events.passages()).noneMatch(passage -> passage.text().contains("was none"));
  }

  @Test
  void keepsTheAdviceOfAnErrorPaneFromItsMessage() {
    for (String name : List.of("error-page.txt", "error-page-ja.txt")) {
      Payload page = sample(name);

      assertThat(texts(page, 0, Role.ERROR_CODE))
          .containsExactly("UserErrorGuestAgentStatusUnavailable");
      assertThat(texts(page, 0, Role.RECOMMENDATION))
          .singleElement()
          .asString()
          .contains("ExtensionSnapshotFailedNoNetwork");
      assertThat(texts(page, 0, Role.MESSAGE)).singleElement().asString().contains("Azure Backup");
      assertThat(page.assumed()).isFalse();
    }
    assertThat(sample("two-machines.txt").incidents())
        .extracting(Incident::vm)
        .containsExactly("vm-30", "vm-31");
  }

  @Test
  void readsAnInstanceViewIntoFacts() {
    InstanceView view = sample("instance-view.json").facts().value(AzureVmFacts.INSTANCE_VIEW);

    assertThat(view).isNotNull();
    assertThat(view.powerState()).isEqualTo("running");
    assertThat(view.provisioning()).isEqualTo("succeeded");
    assertThat(view.vm()).endsWith("/virtualMachines/vm-15");
    assertThat(view.agent().version()).isEqualTo("2.9.1.1");
    assertThat(view.agent().statuses().get(0).at()).isEqualTo("2026-03-14T02:30:00Z");
    assertThat(view.agent().handlers()).extracting(HandlerView::type).hasSize(2);
    assertThat(view.extensions()).extracting(ExtensionView::isFailed).containsExactly(false, true);
    assertThat(view.extensions()).extracting(ExtensionView::isWell).containsExactly(true, false);
    assertThat(view.extensions().get(0).isOfBackup()).isTrue();
  }

  @Test
  void makesNoFactsOfTheViewsOfSeveralMachines() {
    String view = PayloadSamples.text("instance-view.json");
    Payload two = Payloads.read("{\"value\": [" + view + "," + view + "]}");

    assertThat(two.facts().ids()).isEmpty();
    assertThat(two.problems()).singleElement().asString().contains("2 instance views");
  }

  @Test
  void joinsExtensionsListedApart() {
    Payload list =
        Payloads.read(
            """
            {"value": [{"name": "VMSnapshot", "type": "Microsoft.Compute/virtualMachines/extensions",
              "properties": {"publisher": "Microsoft.Azure.RecoveryServices", "type": "VMSnapshot",
                "typeHandlerVersion": "1.0", "provisioningState": "Deleting"}}]}
            """);
    InstanceView view = list.facts().value(AzureVmFacts.INSTANCE_VIEW);

    assertThat(view.extensions().get(0).type())
        .isEqualTo("Microsoft.Azure.RecoveryServices.VMSnapshot");
    assertThat(view.extensions().get(0).provisioningState()).isEqualTo("Deleting");
  }

  @Test
  void takesATextAroundJobsThatDidNotFailForItself() {
    Payload list =
        Payloads.read(
            "See UserErrorX:\n{\"properties\": {\"entityFriendlyName\": \"a\", \"jobType\":"
                + " \"AzureIaaSVMJob\", \"status\": \"Completed\"}}");

    assertThat(list.kind()).isEqualTo(Kind.BACKUP_JOB);
    assertThat(texts(list, 0, Role.FREE)).singleElement().asString().contains("UserErrorX");
    assertThat(list.assumed()).isTrue();
  }

  @Test
  void readsJsonWithItsEscapesWithCurlyQuotesAndWithoutCommas() {
    for (String text :
        List.of(
            "{\\r"
                + "\\n"
                + "  \\\"error\\\": {\\\"code\\\": \\\"UserErrorX\\\", \\\"message\\\":"
                + " \\\"m\\\"}}",
            "{“error”: {“code”: “UserErrorX”, “message”: “m”}}",
            "{\"error\": {\"code\": \"UserErrorX\" \"message\": \"m\",},}",
            "{'error': {'code': 'UserErrorX', 'message': 'm', 'inner': None}}",
            "\uFEFF {\"ERROR\": {\"Code\": \"UserErrorX\", \"Message\": \"m\"}}")) {
      Payload payload = Payloads.read(text);

      assertThat(payload.kind()).as(text).isEqualTo(Kind.ERROR_ANSWER);
      assertThat(texts(payload, 0, Role.ERROR_CODE)).as(text).containsExactly("UserErrorX");
    }
  }

  @Test
  void leavesJsonThatItDoesNotKnowWhereItStandsInALog() {
    String log =
        """
        09:00 sent {"a": 1}
        {"b": 2} {"value": 17, "text": "an error"} to host
        09:01 done""";
    Payload payload = Payloads.read(log);

    assertThat(payload.kind()).isEqualTo(Kind.TEXT);
    assertThat(payload.passages()).containsExactly(new Passage(0, Role.FREE, "", 1, log));
  }

  @Test
  void doesNotTakeTheFailureOfATableForAssumed() {
    assertThat(Payloads.read("Hello\n\n" + PayloadSamples.text("az-table.txt")).assumed())
        .isFalse();
  }
}
