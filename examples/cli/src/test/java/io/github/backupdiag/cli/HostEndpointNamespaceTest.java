package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.cli.StandInWireServer.Manner;
import io.github.backupdiag.guest.samples.CatalogueOfMessages;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code diagnose} on a machine that looks like a healthy Azure VM, in a network whose host address
 * answers well, oddly or not at all.
 */
@Tag("jar")
class HostEndpointNamespaceTest {

  private static final String UNREACHABLE = "host-endpoint-unreachable";
  private static final String NO_STATUS = "UserErrorGuestAgentStatusUnavailable";
  private static final String CLOCK_CODE = "ExtensionOperationFailedForManagedDisks";

  @TempDir private Path folder;
  private VmNamespace vm;

  @BeforeEach
  void makeAVm() throws Exception {
    Path root = Files.createDirectory(folder.resolve("vm"));
    SampleRoot.of(Distribution.RHEL_9, root).append(SampleRoot.AGENT_LOG, heartbeatOfToday());
    vm = VmNamespace.around(root, folder);
  }

  /**
   * The program compares the agent's log with the clock of the machine, and so an agent that lives
   * must have been heard of lately.
   */
  static String heartbeatOfToday() {
    return lineOfToday(
        "INFO ExtHandler ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the goal"
            + " state agent [DEBUG HeartbeatCounter: 59;HeartbeatId: A1B2]");
  }

  /** A line of the agent's log of a minute ago. */
  static String lineOfToday(String text) {
    return SampleRoot.agentLine(
        Duration.between(SampleRoot.RUN, Instant.now()).toSeconds() - 60, text);
  }

  @AfterEach
  void removeIt() throws Exception {
    if (vm != null) {
      vm.close();
    }
  }

  @Test
  void confirmsNothingWhereTheHostAnswers() throws Exception {
    vm.withAddresses().serving(Manner.WELL, 0);
    for (Run run : List.of(vm.diagnose(), vm.diagnose("--error", NO_STATUS))) {
      JsonReport report = JsonReport.of(run);
      assertThat(report.confirmed()).isEmpty();
      assertThat(report.causes("contradictory")).isEmpty();
      assertThat(report.causes("ruledOut").toString()).contains(UNREACHABLE);
      assertThat(run.status()).isEqualTo(ExitStatus.OK);
    }
  }

  @Test
  void blamesAnAddressThatRefuses() throws Exception {
    vm.withAddresses();
    assertUnreachable("refused", "certain");
  }

  /** Java passes on what the C library says, which is in the language of the environment. */
  @Test
  void blamesAnAddressThatRefusesInGerman() throws Exception {
    vm.withAddresses();
    Path messages = folder.resolve("vm/usr/share/locale/de/LC_MESSAGES/libc.mo");
    Files.createDirectories(messages.getParent());
    Files.write(
        messages,
        CatalogueOfMessages.of(
            Map.of("Connection refused", "Verbindungsaufbau abgelehnt"), StandardCharsets.UTF_8));
    List<String> german = List.of("env", "LC_ALL=C.UTF-8", "LANGUAGE=de");
    JsonNode cause = JsonReport.of(vm.diagnoseAs(german)).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo(UNREACHABLE);
    assertThat(cause.get("confidence").asText()).isEqualTo("certain");
    assertThat(cause.get("evidence").get(0).get("text").asText()).contains("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blackhole", "unreachable", "throw"})
  void blamesARouteThatLeadsNowhere(String type) throws Exception {
    vm.withRoute(type);
    assertUnreachable("no way", "certain");
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"STALL", "TRICKLE"})
  void blamesAHostThatTakesConnectionsAndKeepsSilent(Manner manner) throws Exception {
    vm.withAddresses().serving(manner, 0);
    assertUnreachable("no answer", "likely");
  }

  private void assertUnreachable(String how, String confidence) throws Exception {
    for (Run run : List.of(vm.diagnose(), vm.diagnose("--error", NO_STATUS))) {
      JsonNode cause = JsonReport.of(run).onlyConfirmed();
      assertThat(cause.get("id").asText()).isEqualTo(UNREACHABLE);
      assertThat(cause.get("confidence").asText()).isEqualTo(confidence);
      JsonNode evidence = cause.get("evidence").get(0);
      assertThat(evidence.get("file").asText()).isEqualTo("http://168.63.129.16/?comp=versions");
      assertThat(evidence.get("text").asText()).contains(how);
      assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"FORBIDDEN", "BUSY", "RESET", "WITHOUT_PLUGIN"})
  void doesNotBlameAHostThatIsReachedButNotWell(Manner manner) throws Exception {
    vm.withAddresses().serving(manner, 0);
    for (Run run : List.of(vm.diagnose(), vm.diagnose("--error", NO_STATUS))) {
      JsonReport report = JsonReport.of(run);
      assertThat(report.confirmed()).isEmpty();
      assertThat(report.causes("open").toString()).contains(UNREACHABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void blamesTheClockWhereTheJobFailedAsItDoesWithAWrongOne(int minutes) throws Exception {
    vm.withAddresses().serving(Manner.WELL, minutes);
    assertThat(JsonReport.of(vm.diagnose()).confirmed()).isEmpty();

    JsonNode cause = JsonReport.of(vm.diagnose("--error", CLOCK_CODE)).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo("guest-clock-skewed");
    assertThat(cause.get("confidence").asText()).isEqualTo("likely");
    assertThat(cause.get("evidence").get(0).get("text").asText())
        .contains(minutes < 0 ? "ahead" : "behind");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void doesNotBlameAClockThatIsTwoMinutesOff(int minutes) throws Exception {
    vm.withAddresses().serving(Manner.WELL, minutes);
    assertThat(JsonReport.of(vm.diagnose("--error", CLOCK_CODE)).confirmed()).isEmpty();
  }

  @Test
  void doesNotBlameTheHostForRefusingAUserWhoIsNotRoot() throws Exception {
    vm.withAddresses();
    Run run = vm.diagnoseAs(List.of("setpriv", "--reuid", "65534", "--clear-groups"));
    JsonReport report = JsonReport.of(run);
    assertThat(report.confirmed()).doesNotContain(UNREACHABLE);
    assertThat(report.elements("nextSteps").toString()).contains("root");
  }
}
