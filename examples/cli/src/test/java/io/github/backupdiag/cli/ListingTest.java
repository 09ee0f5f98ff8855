package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    "signatures,vmsnapshot-extension"
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
  void saysWhenNothingHasTheWord() {
    Run run = Run.of("list", "codes", "zzz");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'zzz'").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(Run.of("list", "codes", "zzz", "--format", "json").out()).contains("\"codes\"");
  }
}
