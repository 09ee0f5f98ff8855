package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of agent and extension on Windows. */
class LogProbesTest {

  private static final String LOGS = "C:/WindowsAzure/Logs/";
  private static final String PLUGIN =
      LOGS + "Plugins/Microsoft.Azure.RecoveryServices.VMSnapshot/1.0.62.0/";
  private static final String BEGIN =
      "Beginning enable of plugin Microsoft.Azure.RecoveryServices.VMSnapshot";

  private static final String FAILED = "Unable to connect to the remote server";

  private static String agent(String time, String text) {
    return "[00000014] " + time + " [INFO]  " + text + "\r\n";
  }

  @Test
  void joinTheNewestPartsInTheOrderOfTheirFirstLines() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                LOGS + "WaAppAgent.log",
                agent("2026-03-14T02:15:09.123Z", BEGIN) + agent("2026-03-14T02:16:09Z", FAILED))
            .file(
                LOGS + "WaAppAgent.1.log",
                agent("2026-03-13T02:15:09Z", BEGIN) + agent("2026-03-13T02:16:09Z", FAILED))
            .file(LOGS + "WaAppAgent_old.log", "no time\r\n");
    LogEvents log = value(WindowsFacts.AGENT_LOG, look(new AgentLogProbe(), guest));

    assertThat(log.newest()).isEqualTo("2026-03-14T02:16:09Z");
    assertThat(log.newestRun()).isEqualTo("2026-03-14T02:15:09.123Z");
    assertThat(log.events())
        .extracting(LogEvent::time)
        .containsExactly(
            Instant.parse("2026-03-13T02:15:09Z"),
            Instant.parse("2026-03-13T02:16:09Z"),
            Instant.parse("2026-03-14T02:15:09.123Z"),
            Instant.parse("2026-03-14T02:16:09Z"));
    assertThat(log.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readWhateverEncodingTheAgentChose(String charset) {
    String text = "\ufeff" + agent("2026-03-14T02:15:09Z", FAILED);
    FakeGuest guest =
        FakeGuest.live().file(LOGS + "WaAppAgent.log", text.getBytes(Charset.forName(charset)));

    assertThat(value(WindowsFacts.AGENT_LOG, look(new AgentLogProbe(), guest)).events()).hasSize(1);
  }

  @Test
  void readTheSameAsOutOfAPastedText() {
    String text =
        """
        2026-03-14T02:15:28.8611188Z [Information]: Loading configuration {ConfigFile
        2026-03-14T02:16:28Z [Error]:	Install provider failed (0x80110401)
        """;
    FakeGuest guest = FakeGuest.live().file(PLUGIN + "IaaSBcdrExtension0.log", text);
    LogEvents asked = value(WindowsFacts.EXTENSION_LOG, look(new ExtensionLogProbe(), guest));
    LogEvents read =
        Intake.over(BackupDiagnosis.builder().build().catalog())
            .read(text)
            .facts()
            .value(WindowsFacts.EXTENSION_LOG);

    assertThat(asked.newest()).isEqualTo("2026-03-14T02:16:28Z");
    assertThat(asked.events())
        .extracting(LogEvent::signature)
        .isNotEmpty()
        .containsExactlyElementsOf(read.events().stream().map(LogEvent::signature).toList());
  }

  @Test
  void readTheFoldersOfAllVersionsAndTheCommandsOfTheAgent() {
    FakeGuest guest =
        FakeGuest.live()
            .file(PLUGIN + "IaaSBcdrExtension0.log", "2026-03-14T02:15:28Z [Error]: x\r\n")
            .file(
                PLUGIN.replace("62", "63") + "CommandExecution.log",
                agent("2026-03-15T02:15:28Z", "x"));

    assertThat(value(WindowsFacts.EXTENSION_LOG, look(new ExtensionLogProbe(), guest)).newest())
        .isEqualTo("2026-03-15T02:15:28Z");
  }

  /** Those of the Windows extension are not public, and are not those of the Linux one. */
  @Test
  void takeInternalNumbersOfTheExtensionForNothing() {
    String text =
        """
        2026-03-14T02:15:28.8611188Z [Information]: Loading configuration {ConfigFile
        2026-03-14T02:15:40Z [Error]: Operation ended, internal code 12, status 556
        2026-03-14T02:15:41Z [Error]: ErrorCode=900173 subcode 4
        """;
    FakeGuest guest = FakeGuest.live().file(PLUGIN + "IaaSBcdrExtension0.log", text);
    LogEvents log = value(WindowsFacts.EXTENSION_LOG, look(new ExtensionLogProbe(), guest));

    assertThat(log.newest()).isEqualTo("2026-03-14T02:15:41Z");
    assertThat(log.events()).filteredOn(event -> event.line() > 1).isEmpty();
    assertThat(Intake.over(BackupDiagnosis.builder().build().catalog()).read(text).matches())
        .isEmpty();
  }

  @Test
  void tellARefusalFromAGuestWithoutLogs() {
    look(new AgentLogProbe(), FakeGuest.live()).expectAbsent(WindowsFacts.AGENT_LOG);
    look(new AgentLogProbe(), FakeGuest.live().file(LOGS + "WaAppAgent.log", "x").denied("C:/"))
        .expectUnavailable(WindowsFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED);
    look(new ExtensionLogProbe(), FakeGuest.copy()).expectAbsent(WindowsFacts.EXTENSION_LOG);
    look(new InstallerLogProbe(), FakeGuest.copy())
        .expectAbsent(GuestFacts.logEvents("transparent-installer"));
  }

  @Test
  void surviveFilesThatAreNoLogs() {
    byte[] noise = new byte[70_000];
    java.util.Arrays.fill(noise, (byte) 0);
    FakeGuest guest =
        FakeGuest.live()
            .file(LOGS + "TransparentInstaller.log", noise)
            .file(LOGS + "TransparentInstaller1.log", FileContent.of("x", "").bytes())
            .file(LOGS + "WaAppAgent.log", "\0\0\r\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(value(WindowsFacts.AGENT_LOG, look(new AgentLogProbe(), guest)).events()).isEmpty();
    assertThat(
            value(
                    GuestFacts.logEvents("transparent-installer"),
                    look(new InstallerLogProbe(), guest))
                .events())
        .isEmpty();
  }
}
