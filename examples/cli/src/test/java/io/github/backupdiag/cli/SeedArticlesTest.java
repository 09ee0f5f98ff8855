package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two articles the project began with: that of 2016 on the snapshot that timed out, and that of
 * 2020 on agent and extension.
 */
class SeedArticlesTest {

  private static final Catalog CATALOG = BackupDiagnosis.builder().build().catalog();
  private static final String TIMED_OUT = "GuestAgentSnapshotTaskStatusError";

  /** Causes of the article of 2016, as far as today's catalog has them for this code. */
  private static final List<String> OF_2016 =
      List.of(
          "windows-agent-unresponsive",
          "linux-agent-outdated",
          "vm-shut-down-from-inside",
          "dhcp-disabled-in-guest",
          "outbound-storage-blocked",
          "backup-extension-cannot-load",
          "sql-vss-full-backup-conflict",
          "guest-cpu-memory-high",
          "many-vms-same-cloud-service");

  private static final Map<String, Pattern> SCRIPTS =
      Map.of(
          "ko", Pattern.compile("\\p{IsHangul}"),
          "ja", Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]"),
          "zh-Hant", Pattern.compile("\\p{IsHan}"),
          "de", Pattern.compile("\\b(der|die|das|und|nicht|Sie|ist|den|ein|eine|wird|im|in)\\b"));

  private static JsonReport explain(String text, String language) {
    Run run = Run.of("explain", text, "--format", "json", "--lang", language);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.err()).isEmpty();
    return JsonReport.of(run);
  }

  private static List<String> causes(JsonReport report) {
    return report.elements("causes").stream().map(cause -> cause.get("id").asText()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Could not communicate with the VM agent for snapshot status",
        "ko | 스냅샷 상태에 대해 VM 에이전트와 통신할 수 없습니다.",
        "ja | スナップショットの状態について VM エージェントと通信できませんでした",
        "zh-TW | 無法與 VM 代理程式通訊來取得快照集狀態",
        "de | Keine Kommunikation mit dem VM-Agent zum Abrufen des Momentaufnahmestatus möglich",
      })
  void theMessageOf2016NamesItsCodeFirstInEachOfItsLanguages(String language, String message) {
    JsonReport report = explain(message, "en");

    JsonNode match = report.elements("matches").get(0);
    assertThat(match.get("code").asText()).isEqualTo(TIMED_OUT);
    assertThat(match.get("language").asText()).isEqualTo(language);
    assertThat(causes(report)).containsAll(OF_2016);
  }

  static Stream<Arguments> codes() {
    List<String> codes =
        List.of(
            "UserErrorGuestAgentStatusUnavailable",
            TIMED_OUT,
            "UserErrorVmProvisioningStateFailed",
            "UserErrorRpCollectionLimitReached",
            "UserErrorKeyvaultPermissionsNotConfigured",
            "ExtensionSnapshotFailedNoNetwork",
            "ExtensionOperationFailedForManagedDisks",
            "BackUpOperationFailed",
            "BackUpOperationFailedV2",
            "UserErrorUnsupportedDiskSize",
            "UserErrorBackupOperationInProgress",
            "UserErrorCrpReportedUserError",
            "UserErrorBcmDatasourceNotPresent",
            "ExtensionSnapshotFailedCOM",
            "ExtensionInstallationFailedCOM",
            "ExtensionInstallationFailedMDTC",
            "ExtensionFailedVssWriterInBadState");
    return codes.stream()
        .flatMap(
            code ->
                Stream.of("en", "ko", "ja", "zh-Hant", "de").map(tag -> Arguments.of(code, tag)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void eachCodeGivesItsCausesInOrderWithStepsInTheLanguageOfTheReport(
      String code, String language) {
    JsonReport report = explain(code, language);

    assertThat(report.tree().get("language").asText()).isEqualTo(language);
    List<String> expected =
        CATALOG.code(code).causes().stream()
            .filter(id -> CATALOG.cause(id).kind() == Cause.Kind.FAULT)
            .toList();
    assertThat(causes(report)).startsWith(expected.toArray(String[]::new));
    for (JsonNode cause : report.elements("causes")) {
      assertThat(cause.get("steps")).as(cause.get("id").asText()).isNotEmpty();
      assertIn(language, cause.get("title").asText());
      cause.get("steps").forEach(step -> assertIn(language, step.get("text").asText()));
    }
  }

  private static void assertIn(String language, String text) {
    if (language.equals("de")) {
      assertThat(text).doesNotContainPattern("\\bthe\\b");
    } else if (SCRIPTS.containsKey(language) && text.contains(" ")) {
      assertThat(text).containsPattern(SCRIPTS.get(language));
    }
  }

  @Test
  void aWarningStandsBeforeEveryCommandOfARiskyRemedy() {
    Set<String> harmless = Set.of("none", "low");
    for (JsonNode cause : explain(TIMED_OUT, "en").elements("causes")) {
      String warned = "";
      for (JsonNode step : cause.get("steps")) {
        String[] id = step.get("id").asText().split("/", 2);
        if (id[1].equals("warning")) {
          warned = id[0];
        }
        if (!harmless.contains(step.get("risk").asText())) {
          assertThat(warned).as(step.get("id").asText()).isEqualTo(id[0]);
        }
      }
    }
  }

  @Test
  void aTextWithoutAnyKnownCodeIsAdmitted() {
    for (String language : List.of("en", "ko", "ja", "zh-Hant", "de")) {
      Run run = Run.of("explain", "the printer is out of paper again", "--lang", language);
      String said = CATALOG.texts(Locale.forLanguageTag(language)).find("report.unrecognised");
      assertThat(run.status()).isEqualTo(ExitStatus.OK);
      assertThat(run.out()).contains(said);
    }
  }
}
