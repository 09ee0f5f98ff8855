package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PastedStatusTest {

  private static final String STATUS = PayloadSamples.text("linux-extension-status.json");
  private static final String REPORT = PayloadSamples.text("agent-status.json");

  private static FactSet facts(String text) {
    return Payloads.read(text).facts();
  }

  @Test
  void aStatusTellsWhatTheFileInTheGuestWouldTell() {
    ExtensionStatus status = facts("See below:\n" + STATUS).value(ExtensionFacts.STATUS);

    assertThat(status.file()).isEqualTo("input");
    assertThat(status.line()).isEqualTo(3);
    assertThat(status.version()).isEqualTo("1.0.9230.0");
    assertThat(status.sequence()).isEqualTo(ExtensionStatus.UNTOLD);
    assertThat(status.at()).isEqualTo(Instant.parse("2026-03-14T02:16:10Z"));
    Outcome outcome = status.outcome();
    assertThat(outcome.code()).isEqualTo(76);
    assertThat(outcome.word()).isEqualTo("error");
    assertThat(outcome.hostCheck()).isEqualTo(200);
    assertThat(outcome.hostAnswer()).isEqualTo(557);
    assertThat(outcome.failedDisks()).isEqualTo(1);
  }

  @Test
  void theNameOfTheExtensionTellsTheSystem() {
    FactSet linux = facts(STATUS);
    FactSet windows = facts(STATUS.replace("VMSnapshotLinux", "VMSnapshot"));

    assertThat(linux.value(GuestFacts.OS).family()).isEqualTo(GuestOs.Family.LINUX);
    assertThat(linux.contains(GuestFacts.PLATFORM)).isTrue();
    assertThat(windows.value(GuestFacts.OS).family()).isEqualTo(GuestOs.Family.WINDOWS);
    assertThat(windows.contains(ExtensionFacts.STATUS)).isFalse();
  }

  @Test
  void statusesOfSeveralRunsStaySeparateFailuresAndNoFact() {
    Payload two = Payloads.read(STATUS + "\n" + STATUS.replace("02:16:10Z", "03:16:10Z"));

    assertThat(two.incidents()).hasSize(2);
    assertThat(two.facts().contains(ExtensionFacts.STATUS)).isFalse();
    assertThat(two.problems()).singleElement().asString().contains("2 statuses");
  }

  @Test
  void theSameStatusTwiceIsOne() {
    assertThat(facts(STATUS + "\n" + STATUS).contains(ExtensionFacts.STATUS)).isTrue();
  }

  @Test
  void aStatusWithoutACodeIsUnreadableAndOneOfWrongTypesIsNone() {
    String bare =
        "[{\"timestampUTC\": 7, \"status\": {\"name\": \"%s\", \"operation\": [1],"
            + " \"status\": {\"a\": 1}, \"formattedMessage\": \"x\"}}]";

    ExtensionStatus status =
        facts(bare.formatted(BackupExtension.HANDLER)).value(ExtensionFacts.STATUS);

    assertThat(status.reading()).isEqualTo(ExtensionStatus.Reading.UNREADABLE);
    assertThat(status.at()).isNull();
    assertThat(facts(bare.replace("\"%s\"", "{}")).contains(ExtensionFacts.STATUS)).isFalse();
  }

  @Test
  void theReportOfTheAgentTellsOfAllExtensionsAndOfItself() {
    Payload payload = Payloads.read(REPORT);
    Handlers handlers = payload.facts().value(ExtensionFacts.HANDLERS);

    assertThat(handlers.complete()).isFalse();
    assertThat(handlers.reports()).extracting(HandlerReport::isFailed).containsExactly(true, true);
    assertThat(handlers.reports().get(0).line()).isEqualTo(1);
    assertThat(handlers.reports().get(0).code()).isEqualTo(1009);
    assertThat(handlers.reports().get(1).result()).isEqualTo("error");
    assertThat(payload.facts().value(ExtensionFacts.AGENT_VERSIONS).running())
        .isEqualTo("2.11.1.4");
    assertThat(payload.facts().value(ExtensionFacts.BACKUP_EXTENSION).current().version())
        .isEqualTo("1.0.9230.0");
    assertThat(payload.facts().contains(ExtensionFacts.STATUS)).isFalse();
    assertThat(payload.passages())
        .extracting(Passage::text)
        .containsExactly(
            "[ExtensionOperationError] Non-zero exit code: 126",
            "Enable failed: the dependency is missing");
  }

  @Test
  void theFailedBackupInAReportHasNoTimeOfItsOwn() {
    Payload payload = Payloads.read(REPORT.replace("\"code\": 0", "\"code\": 76"));

    assertThat(payload.incidents()).hasSize(1);
    assertThat(payload.incidents().get(0).failedAt()).isNull();
  }

  @Test
  void reportsOfSeveralTimesAreNoFact() {
    Payload two = Payloads.read(REPORT + REPORT.replace("02:20", "02:40"));

    assertThat(two.facts().contains(ExtensionFacts.HANDLERS)).isFalse();
    assertThat(two.facts().contains(ExtensionFacts.AGENT_VERSIONS)).isFalse();
    assertThat(two.problems()).singleElement().asString().contains("2 reports");
  }

  @Test
  void theStatusOfOneHandlerIsAReport() {
    Handlers handlers =
        facts(PayloadSamples.text("handler-status.json")).value(ExtensionFacts.HANDLERS);

    assertThat(handlers.reports().get(0).isNotReady()).isTrue();
    assertThat(handlers.reports().get(0).name()).isEqualTo(BackupExtension.HANDLER);
  }
}
