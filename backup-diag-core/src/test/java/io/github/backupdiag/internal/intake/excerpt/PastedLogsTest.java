package io.github.backupdiag.internal.intake.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLogsTest {

  private static final PastedLogs LOGS = new PastedLogs(LoadedCatalog.with(List.of()));
  private static final String AGENT =
      "2026-03-14T02:15:13.907355Z ERROR ExtHandler Failed to save: [Errno 28] No space left on device";
  private static final String EXTENSION =
      "2026-03-14 02:15:52.529104 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]";
  private static final String KERNEL =
      "EXT4-fs error (device sda1): ext4_journal_check_start:84: Detected aborted journal";
  private static final String SHELL = "Sat Mar 14 02:15:40 UTC 2026- python version unknown";

  private static FactSet read(String text) {
    FactSet.Builder facts = FactSet.builder();
    LOGS.read(text, false, facts);
    return facts.build();
  }

  private static List<LogEvent> events(FactSet facts, FactKey<LogEvents> log) {
    LogEvents events = facts.value(log);
    return events == null ? List.of() : events.events();
  }

  @Test
  void aLineOfTheAgentCountsAsReadThereWithItsPlaceInTheText() {
    List<LogEvent> events = events(read("Hello,\n\n" + AGENT + "\nthanks"), GuestFacts.AGENT_LOG);

    assertThat(events).isNotEmpty();
    assertThat(events.get(0).file()).isEqualTo(BackupFacts.INPUT);
    assertThat(events.get(0).line()).isEqualTo(3);
    assertThat(events.get(0).time()).isEqualTo(Instant.parse("2026-03-14T02:15:13.907355Z"));
  }

  @Test
  void linesOfSeveralLogsAreToldApart() {
    FactSet facts = read(AGENT + "\n" + EXTENSION + "Failed to FIFREEZE: /data\n" + SHELL);

    assertThat(events(facts, GuestFacts.AGENT_LOG)).isNotEmpty();
    assertThat(events(facts, GuestFacts.EXTENSION_LOG)).isNotEmpty();
    assertThat(events(facts, GuestFacts.logEvents("vmsnapshot-shell"))).isNotEmpty();
    assertThat(facts.value(BackupFacts.QUOTED_LINES)).isNull();
  }

  @Test
  void theHeadThatTheJournalPutsBeforeALineMakesNoDifference() {
    for (String head :
        List.of("Mar 14 11:15:13 vm python3[812]: ", "2026-03-14T11:15:13+0900 vm waagent: ")) {
      List<LogEvent> events = events(read("x\n" + head + AGENT), GuestFacts.AGENT_LOG);

      assertThat(events.get(0).time()).isEqualTo(Instant.parse("2026-03-14T02:15:13.907355Z"));
      assertThat(events.get(0).line()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-14T02:17:53+0900",
        "2026-03-14T02:17:53.000+09:00",
        "2026-03-13T17:17:53Z"
      })
  void aLineOfTheKernelWithItsZoneHasATime(String stamp) {
    FactSet facts = read(stamp + " vm kernel: " + KERNEL);

    assertThat(events(facts, SnapshotFacts.KERNEL_LOG).get(0).time())
        .isEqualTo(Instant.parse("2026-03-13T17:17:53Z"));
    assertThat(facts.value(BackupFacts.QUOTED_LINES)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mar 14 02:17:53 vm kernel: ",
        "2026-03-14T02:17:53 vm kernel: ",
        "2026-03-14 02:17:53 vm kernel: ",
        "[Sat Mar 14 02:17:53 2026] ",
        "[ 1234.567890] "
      })
  void aLineOfTheKernelInLocalTimeIsOnlyQuoted(String head) {
    FactSet facts = read(head + KERNEL);

    assertThat(events(facts, BackupFacts.QUOTED_LINES)).isNotEmpty();
    assertThat(events(facts, BackupFacts.QUOTED_LINES).get(0).time()).isNull();
    assertThat(events(facts, SnapshotFacts.KERNEL_LOG)).isEmpty();
  }

  @Test
  void linesOfAKernelTellOfAzureOnlyBesideABackup() {
    String line = "2026-03-13T17:17:53Z vm kernel: " + KERNEL;
    FactSet.Builder beside = FactSet.builder();
    LOGS.read(line, true, beside);

    assertThat(read(line).contains(GuestFacts.PLATFORM)).isFalse();
    assertThat(beside.build().contains(GuestFacts.PLATFORM)).isTrue();
  }

  @Test
  void aQuotedMailMakesNoDifference() {
    assertThat(events(read("> > " + AGENT), GuestFacts.AGENT_LOG)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it says Failed to FIFREEZE: /data",
        "2017/11/14 03:06:52 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]Failed to"
            + " FIFREEZE: /data"
      })
  void aLineWithoutALogOrATimeToTrustIsOnlyQuoted(String line) {
    FactSet facts = read(line);

    assertThat(events(facts, BackupFacts.QUOTED_LINES)).isNotEmpty();
    assertThat(events(facts, GuestFacts.EXTENSION_LOG)).isEmpty();
  }

  @Test
  void proseBehindALineIsNoPartOfIt() {
    FactSet facts = read(AGENT + "\nand it says Failed to FIFREEZE: /data, too");

    assertThat(events(facts, BackupFacts.QUOTED_LINES)).isNotEmpty();
  }

  @Test
  void outputBelowALineBelongsToIt() {
    FactSet facts =
        read(
            AGENT.replace("ERROR", "INFO").replace(" No space left on device", "")
                + "\n[stderr]\n  OSError: [Errno 28] No space left on device");

    assertThat(events(facts, GuestFacts.AGENT_LOG)).isNotEmpty();
  }

  @Test
  void versionsAndSystemAreTakenFromTheLinesThatNameThem() {
    FactSet facts =
        read(
            "WALinuxAgent-2.9.1.1 running on ubuntu 24.04\nGoal state agent: 2.11.1.4\n"
                + "2024-05-30T13:15:45.331589Z INFO ExtHandler "
                + "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9218.0] Enable extension");

    assertThat(facts.value(ExtensionFacts.AGENT_VERSIONS).running()).isEqualTo("2.11.1.4");
    assertThat(facts.value(ExtensionFacts.BACKUP_EXTENSION).current().version())
        .isEqualTo("1.0.9218.0");
    assertThat(facts.value(GuestFacts.OS).family()).isEqualTo(GuestOs.Family.LINUX);
    assertThat(facts.value(GuestFacts.OS).version()).isEqualTo("24.04");
  }

  @Test
  void proseThatNamesAnAgentDoesNotTellWhichSystemThisIs() {
    FactSet facts = read("Our Linux VMs with WALinuxAgent-2.2.18 are fine, the Windows VM fails.");

    assertThat(facts.value(GuestFacts.OS)).isNull();
    assertThat(facts.value(GuestFacts.PLATFORM)).isNull();
  }

  @Test
  void theNumberOfTheSchemaIsNoVersion() {
    assertThat(read(EXTENSION + "starting enable").value(ExtensionFacts.BACKUP_EXTENSION)).isNull();
  }

  @Test
  void aFreezeThatThePastedLinesLeaveOpenIsAFact() {
    FactSet facts =
        read(EXTENSION + "T:S freeze, timeout value 60\n" + EXTENSION + "fsfreeze mount :/");

    assertThat(facts.value(SnapshotFacts.FREEZE_RUN).ended()).isFalse();
  }

  @Test
  void ordinaryTextTellsNothing() {
    assertThat(read("The backup of my VM fails since Tuesday. What can I do?").ids()).isEmpty();
  }

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String text) {
    assertThat(read(text)).isNotNull();
  }
}
