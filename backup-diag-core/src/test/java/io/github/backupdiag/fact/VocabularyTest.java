package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.Platform;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final JobWindow WINDOW =
      new JobWindow(START, START.plusSeconds(60), JobWindow.Basis.FAILED_AT);

  @Test
  void countsBothEndsOfAWindowAsInsideAndNoTimeAsOutside() {
    assertThat(WINDOW.contains(START)).isTrue();
    assertThat(WINDOW.contains(START.plusSeconds(60))).isTrue();
    assertThat(WINDOW.contains(START.minusNanos(1))).isFalse();
    assertThat(WINDOW.contains(START.plusSeconds(60).plusNanos(1))).isFalse();
    assertThat(WINDOW.contains(null)).isFalse();
  }

  @Test
  void findsTheEventsOfASignatureInsideTheWindow() {
    LogEvent inside = new LogEvent("full", "a.log", 1, START, "x");
    LogEvent other = new LogEvent("slow", "a.log", 2, START, "x");
    LogEvent outside = new LogEvent("full", "a.log", 3, START.minusSeconds(1), "x");
    LogEvent undated = new LogEvent("full", "a.log", 4, null, "x");
    LogEvents events = new LogEvents(List.of(inside, other, outside, undated), START, null, true);

    assertThat(events.of("full", WINDOW)).containsExactly(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "y, true, true",
    "Y, false, true",
    "n, true, false",
    "N, true, false",
    "no, true, true",
    "false, false, false",
    "'', true, true",
  })
  void understandsSwitchesAsTheAgentDoes(String value, boolean byDefault, boolean on) {
    AgentConfig config =
        new AgentConfig("/etc/waagent.conf", List.of(new AgentConfig.Entry("Key", value, 1)));

    assertThat(config.isOn("Key", byDefault)).isEqualTo(on);
    assertThat(config.isOn("Other", byDefault)).isEqualTo(byDefault);
  }

  @Test
  void letsTheLastLineOfAKeyCount() {
    AgentConfig.Entry first = new AgentConfig.Entry("Key", "y", 1);
    AgentConfig.Entry last = new AgentConfig.Entry("Key", "n", 2);
    AgentConfig config = new AgentConfig("/etc/waagent.conf", List.of(first, last));

    assertThat(config.find("Key")).isSameAs(last);
    assertThat(config.find("key")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/var/lib/waagent, 3",
    "/var/lib/waagent/x, 3",
    "/var/library, 2",
    "/var, 2",
    "/variable, 1",
    "/, 1",
  })
  void findsTheDeepestAndNewestMountAboveAPath(String path, int line) {
    Mounts mounts =
        new Mounts(
            "/proc/self/mountinfo",
            true,
            List.of(
                point("/", 1),
                point("/var/lib/waagent", 9),
                point("/var", 2),
                point("/var/lib/waagent", 3)));

    assertThat(mounts.holding(path).line()).isEqualTo(line);
  }

  @Test
  void findsNoMountInAnEmptyTable() {
    assertThat(new Mounts("/etc/fstab", false, List.of()).holding("/")).isNull();
  }

  private static MountPoint point(String path, int line) {
    return new MountPoint(path, "/dev/sda1", "ext4", List.of(), line);
  }

  @ParameterizedTest
  @CsvSource({
    "debian, '', walinuxagent",
    "ubuntu, debian, walinuxagent",
    "mint, ubuntu, walinuxagent",
    "kali, debian, walinuxagent",
    "rhel, fedora, waagent",
    "'', '', waagent",
  })
  void knowsTheNameOfTheAgentsUnit(String id, String like, String unit) {
    GuestOs os = new GuestOs(GuestOs.Family.LINUX, id, "", List.of(like), "");

    assertThat(os.agentUnit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @EnumSource(Platform.Kind.class)
  void takesOnlyASeenOrVouchedPlatformForAzure(Platform.Kind kind) {
    boolean azure = kind == Platform.Kind.AZURE || kind == Platform.Kind.ASSUMED_AZURE;

    assertThat(new Platform(kind, "").isAzure()).isEqualTo(azure);
  }

  @Test
  void seesAnAgentInItsUnitOrProgramButNotInItsRemains() {
    List<String> one = List.of("x");
    List<String> none = List.of();

    assertThat(new AgentInstallation(none, none, none, "2.0").isPresent()).isFalse();
    assertThat(new AgentInstallation(one, none, none, null).isPresent()).isTrue();
    assertThat(new AgentInstallation(none, one, none, null).isPresent()).isTrue();
    assertThat(new AgentInstallation(none, none, one, null).isPresent()).isFalse();
    assertThat(new AgentInstallation(none, none, one, null).isRemainsOnly()).isTrue();
    assertThat(new AgentInstallation(one, none, one, null).isRemainsOnly()).isFalse();
    assertThat(new AgentInstallation(none, none, none, null).isRemainsOnly()).isFalse();
    assertThat(new AgentProcesses(List.of(), List.of()).isAnyRunning()).isFalse();
    assertThat(new AgentProcesses(List.of(1L), List.of()).isAnyRunning()).isTrue();
    assertThat(new AgentProcesses(List.of(), List.of(1L)).isAnyRunning()).isTrue();
  }
}
