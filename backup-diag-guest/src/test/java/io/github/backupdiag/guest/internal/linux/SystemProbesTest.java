package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.FipsMode;
import io.github.backupdiag.fact.guest.GoalStateFiles;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.fact.guest.ProgramBuild;
import io.github.backupdiag.fact.guest.SelinuxState;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probes of the agent's life and of the system it runs on. */
class SystemProbesTest {

  private static final byte[] ELF32 = {0x7f, 'E', 'L', 'F', 1};
  private static final byte[] ELF64 = {0x7f, 'E', 'L', 'F', 2};

  @Test
  void readTheSignsOfLife() {
    FakeGuest guest =
        FakeGuest.copy()
            .file("/var/log/waagent.log", "2026-03-14T01:30:00.1Z INFO x x [HEARTBEAT] Agent\n")
            .file(
                "/var/lib/waagent/waagent_status.json",
                "{\"timestampUTC\": \"2026-03-14T02:00:00Z\"}");
    assertThat(value(AgentFacts.LIFE, look(new AgentLifeProbe(), guest)).newest())
        .isEqualTo(Instant.parse("2026-03-14T02:00:00Z"));
    look(new AgentLifeProbe(), FakeGuest.copy()).expectAbsent(AgentFacts.LIFE);
    look(new AgentLifeProbe(), FakeGuest.live().denied("/var/log"))
        .expectUnavailable(AgentFacts.LIFE, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void believeTheLogWhereTheReportIsStale() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/var/log/waagent.log", "2026-03-14T02:30:00.1Z INFO x x [HEARTBEAT] Agent\n")
            .file(
                "/var/lib/waagent/waagent_status.json",
                "{\"timestampUTC\": \"2026-01-01T02:00:00Z\"}");
    assertThat(value(AgentFacts.LIFE, look(new AgentLifeProbe(), guest)).newest())
        .isAfter(Instant.parse("2026-03-14T02:29:59Z"));
  }

  @Test
  void readSelinuxFromTheKernelAndElseFromItsConfiguration() {
    FakeGuest live =
        FakeGuest.live()
            .file("/sys/fs/selinux/enforce", "0")
            .file("/etc/selinux/config", "SELINUX=enforcing\n");
    assertThat(value(AgentFacts.SELINUX, look(new SelinuxProbe(), live)).mode())
        .isEqualTo(SelinuxState.Mode.PERMISSIVE);
    FakeGuest copy = FakeGuest.copy().file("/etc/selinux/config", "SELINUX=enforcing\n");
    assertThat(value(AgentFacts.SELINUX, look(new SelinuxProbe(), copy)).mode())
        .isEqualTo(SelinuxState.Mode.ENFORCING);
  }

  @Test
  void tellASystemWithoutSelinuxFromAPartOfOne() {
    look(new SelinuxProbe(), FakeGuest.live()).expectAbsent(AgentFacts.SELINUX);
    look(new SelinuxProbe(), FakeGuest.copy().folder("/usr/bin")).expectAbsent(AgentFacts.SELINUX);
    look(new SelinuxProbe(), FakeGuest.copy())
        .expectUnavailable(AgentFacts.SELINUX, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readDenialsFromAuditAndSystemLog() {
    String denial =
        "audit(1773454667.104:2): avc:  denied  { read } for comm=\"waagent\" permissive=0\n";
    FakeGuest guest =
        FakeGuest.copy()
            .file("/var/log/audit/audit.log", "type=AVC msg=" + denial)
            .file("/var/log/messages", "Mar 14 02:17:53 vm kernel: audit: type=1400 " + denial);
    assertThat(value(AgentFacts.DENIALS, look(new SelinuxDenialsProbe(), guest))).hasSize(2);
    look(new SelinuxDenialsProbe(), FakeGuest.copy()).expectAbsent(AgentFacts.DENIALS);
    look(
            new SelinuxDenialsProbe(),
            FakeGuest.live().file("/var/log/messages", "x\n").denied("/var/log/audit"))
        .expectUnavailable(AgentFacts.DENIALS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readFipsModeFromTheKernelAndElseFromTheBootLoader() {
    look(new FipsModeProbe(), FakeGuest.live().file("/proc/sys/crypto/fips_enabled", "1\n"))
        .expectObserved(
            AgentFacts.FIPS, new FipsMode(true, "/proc/sys/crypto/fips_enabled", 1, "1"));
    assertThat(value(AgentFacts.FIPS, look(new FipsModeProbe(), FakeGuest.live())).on()).isFalse();
    look(
            new FipsModeProbe(),
            FakeGuest.copy().file("/boot/loader/entries/a.conf", "title x\noptions ro fips=1\n"))
        .expectObserved(
            AgentFacts.FIPS,
            new FipsMode(true, "/boot/loader/entries/a.conf", 2, "options ro fips=1"));
    assertThat(
            value(
                    AgentFacts.FIPS,
                    look(
                        new FipsModeProbe(),
                        FakeGuest.copy().file("/etc/default/grub", "GRUB_TIMEOUT=5\n")))
                .on())
        .isFalse();
    look(new FipsModeProbe(), FakeGuest.copy())
        .expectUnavailable(AgentFacts.FIPS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheLoadOfARunningGuestOnly() {
    look(
            new LoadProbe(),
            FakeGuest.live()
                .file("/proc/loadavg", "1.0 2.5 3.0 1/2 3\n")
                .file("/proc/stat", "cpu 1\ncpu0 1\n")
                .file("/proc/meminfo", "MemTotal: 2048 kB\nMemAvailable: 1024 kB\n"))
        .expectObserved(AgentFacts.LOAD, new GuestLoad(2.5, 1, -1, 2L << 20, 1L << 20));
    look(new LoadProbe(), FakeGuest.copy())
        .expectUnavailable(AgentFacts.LOAD, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheCgroupControllers() {
    look(new CgroupsProbe(), FakeGuest.live().file("/proc/cgroups", "cpu 1 1 1\nmemory 1 1 0\n"))
        .expectObserved(AgentFacts.CGROUP_CONTROLLERS, List.of("cpu"));
    look(new CgroupsProbe(), FakeGuest.copy())
        .expectUnavailable(AgentFacts.CGROUP_CONTROLLERS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void countNumberedGoalStatesOnly() {
    look(
            new GoalStateFilesProbe(),
            FakeGuest.copy()
                .folder("/var/lib/waagent")
                .file("/var/lib/waagent/GoalState.1.xml", "x")
                .file("/var/lib/waagent/ExtensionsConfig.12.xml", "x")
                .file("/var/lib/waagent/some.thing.xml", "x")
                .file("/var/lib/waagent/ovf-env.xml", "x"))
        .expectObserved(
            AgentFacts.GOAL_STATE_FILES,
            new GoalStateFiles("/var/lib/waagent", 2, "/var/lib/waagent/ExtensionsConfig.12.xml"));
    look(new GoalStateFilesProbe(), FakeGuest.live().denied("/var/lib/waagent"))
        .expectUnavailable(AgentFacts.GOAL_STATE_FILES, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void tellMissingToolsFromACopyWithoutPrograms() {
    FakeGuest guest =
        FakeGuest.copy()
            .file("/usr/bin/sed", ELF64)
            .file("/bin/grep", ELF64)
            .file("/usr/sbin/ip", ELF64)
            .file("/usr/lib/python3/dist-packages/distro/__init__.py", "");
    var tools = value(AgentFacts.TOOLS, look(new AgentToolsProbe(), guest));
    assertThat(tools.missingPrograms()).contains("openssl", "parted").doesNotContain("ip", "sed");
    assertThat(tools.missingModules()).containsExactly("azurelinuxagent");
    look(new AgentToolsProbe(), FakeGuest.copy())
        .expectUnavailable(AgentFacts.TOOLS, UnavailableReason.NOT_RECORDED);
    look(new AgentToolsProbe(), FakeGuest.live().file("/bin/sed", ELF64).denied("/usr/sbin"))
        .expectUnavailable(AgentFacts.TOOLS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readHowProgramsAreBuilt() {
    look(
            new ProgramBuildProbe(),
            FakeGuest.copy().file("/bin/busybox", ELF64).file("/lib/ld-musl-x86_64.so.1", ELF64))
        .expectObserved(AgentFacts.PROGRAMS, new ProgramBuild("/bin/busybox", 64, true));
    look(new ProgramBuildProbe(), FakeGuest.live().file("/usr/lib/systemd/systemd", ELF32))
        .expectObserved(
            AgentFacts.PROGRAMS, new ProgramBuild("/usr/lib/systemd/systemd", 32, false));
    look(new ProgramBuildProbe(), FakeGuest.copy().file("/bin/sh", "#!"))
        .expectUnavailable(AgentFacts.PROGRAMS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readCommentsBehindValues() {
    assertThat(
            value(
                AgentFacts.INLINE_COMMENTS,
                look(
                    new InlineCommentsProbe(),
                    FakeGuest.live().file("/etc/waagent.conf", "A.B=None # x\n"))))
        .hasSize(1);
    look(new InlineCommentsProbe(), FakeGuest.live()).expectAbsent(AgentFacts.INLINE_COMMENTS);
    look(new InlineCommentsProbe(), FakeGuest.live().denied("/etc/waagent.conf"))
        .expectUnavailable(AgentFacts.INLINE_COMMENTS, UnavailableReason.NOT_PERMITTED);
  }

  private static <T> T value(FactKey<T> key, CheckedObservations seen) {
    return ((Observed<T>) seen.observations().get(key)).value();
  }

  private static CheckedObservations look(Probe probe, FakeGuest guest) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }
}
