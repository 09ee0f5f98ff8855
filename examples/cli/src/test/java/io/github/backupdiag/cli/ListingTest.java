package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

  @ParameterizedTest
  @CsvSource({
    "codes,UserErrorGuestAgentStatusUnavailable",
    "causes,guest-disk-full",
    "diagnostics,core.agent.extensions-disabled-in-agent-config",
    "probes,guest.linux",
    "signatures,vmsnapshot-extension",
    "checks,guest.linux.extension.log",
    "errors,VSS_E_BAD_STATE",
    "remediations,restart-windows-agent",
    "messages,UserErrorGuestAgentStatusUnavailable"
  })
  void listsEachTopicAsTableAndAsJson(String topic, String entry) {
    Run table = Run.of("list", topic);
    assertThat(table.out()).contains(entry);
    assertThat(table.status()).isEqualTo(ExitStatus.OK);
    assertThat(table.err()).isEmpty();

    Run json = Run.of("list", topic, "--format", "json");
    assertThat(json.out()).startsWith("{\n  \"schemaVersion\": \"1.0\"");
    assertThat(json.out()).contains("\"" + topic + "\"").contains(entry);
  }

  @Test
  void listsOnlyEntriesWithTheWord() {
    assertThat(Run.of("list", "causes", "DISK-FULL").out())
        .contains("guest-disk-full")
        .doesNotContain("extensions-disabled-in-agent-config");
  }

  @Test
  void listsEveryEntryOfEachTopicOnce() {
    Catalog catalog = BackupDiagnosis.builder().build().catalog();

    assertThat(entries("checks")).hasSameSizeAs(catalog.checks());
    assertThat(entries("errors")).hasSameSizeAs(catalog.errors());
    assertThat(entries("remediations")).hasSameSizeAs(catalog.remediations());
    assertThat(entries("messages")).hasSameSizeAs(catalog.messages());
  }

  @Test
  void listsAChecksRightsAndTheCausesItServes() {
    JsonNode check = entries("checks", "azure.agent.provision-flag").get(0);

    assertThat(check.get("plane").asText()).isEqualTo("azure");
    assertThat(check.get("strength").asText()).isEqualTo("proves");
    assertThat(check.get("os")).extracting(JsonNode::asText).containsExactly("linux", "windows");
    assertThat(check.get("actions"))
        .extracting(JsonNode::asText)
        .containsExactly("Microsoft.Compute/virtualMachines/read");
    assertThat(check.get("causes"))
        .extracting(JsonNode::asText)
        .containsExactly("extension-operations-disallowed", "guest-agent-missing");
    assertThat(check.get("title").asText()).isNotEmpty();
    assertThat(Run.of("list", "checks", "azure.agent.provision-flag").out())
        .contains("Microsoft.Compute/virtualMachines/read", "extension-operations-disallowed");
    assertThat(Run.of("list", "checks", "guest.linux.extension.log").out()).contains("root →");
    assertThat(Run.of("list", "checks", "guest.windows.agent.service").out())
        .contains("administrator →");
  }

  @Test
  void listsANumericErrorInAllItsForms() {
    JsonNode error = entries("errors", "vss.0x80042301").get(0);

    assertThat(error.get("kind").asText()).isEqualTo("vss");
    assertThat(error.get("value").asText()).isEqualTo("0x80042301");
    assertThat(error.get("symbol").asText()).isEqualTo("VSS_E_BAD_STATE");
    assertThat(error.get("decimals"))
        .extracting(JsonNode::asText)
        .containsExactly("-2147212543", "2147754753");
    assertThat(error.get("causes")).isNotEmpty();
    assertThat(error.get("codes")).isNotEmpty();
    assertThat(error.get("meaning").asText()).isNotEmpty();
    assertThat(Run.of("list", "errors", "vss.0x80042301").out())
        .contains("VSS_E_BAD_STATE", "2147754753", "vss-service-broken");
  }

  @Test
  void listsARemediationWithItsRiskAndTheNumberOfItsSteps() {
    JsonNode remedy = entries("remediations", "restart-windows-agent").get(0);

    assertThat(remedy.get("risk").asText()).isEqualTo("service-restart");
    assertThat(remedy.get("steps").asInt()).isEqualTo(4);
    assertThat(remedy.get("os")).extracting(JsonNode::asText).containsExactly("windows");
    assertThat(remedy.get("causes"))
        .extracting(JsonNode::asText)
        .contains("guest-agent-not-running");
  }

  @Test
  void listsTheMessagesOfACodeInEveryLanguage() {
    assertThat(entries("messages", "USERERRORGUESTAGENTSTATUSUNAVAILABLE"))
        .extracting(message -> message.get("language").asText())
        .contains("en", "ko", "ja", "de");
  }

  @Test
  void givesTitlesInTheLanguageOfTheUser() {
    assertThat(Run.of("list", "checks", "guest.linux.extension.log", "--lang", "ko").out())
        .isNotEqualTo(Run.of("list", "checks", "guest.linux.extension.log").out());
  }

  @Test
  void namesEveryTopicInItsHelp() {
    assertThat(Run.of("list", "--help").out()).contains(Listing.TOPICS);
  }

  private static List<JsonNode> entries(String topic, String... word) {
    List<String> words = new ArrayList<>(List.of("list", topic));
    words.addAll(List.of(word));
    words.addAll(List.of("--format", "json"));
    try {
      JsonNode json = new ObjectMapper().readTree(Run.of(words.toArray(String[]::new)).out());
      List<JsonNode> entries = new ArrayList<>();
      json.get(topic).forEach(entries::add);
      return entries;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhenNothingHasTheWord() {
    Run run = Run.of("list", "codes", "zzz");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'zzz'").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(Run.of("list", "codes", "zzz", "--format", "json").out()).contains("\"codes\"");
  }
}
