package io.github.backupdiag.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentDirMountedNoexecTest {

  private static final MountPoint ROOT = mount("/", 1, "rw", "relatime");
  private static final MountPoint VAR = mount("/var", 2, "rw", "nosuid", "noexec");

  private final RuleTester rule =
      RuleTester.of(new AgentDirMountedNoexec())
          .given(GuestFacts.AGENT_FOLDER, "/var/lib/waagent")
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsNoexecInTheKernelsTable() {
    RuleTester test = rule.given(GuestFacts.MOUNTS, live(ROOT, VAR));
    assertThat(test.summary()).isEqualTo("confirmed CERTAIN NOW");
    assertThat(test.argument("mount")).isEqualTo("/var");
    assertThat(test.evidence().get(0).line()).isEqualTo(2);
    assertThat(test.evidence().get(0).excerpt()).contains("noexec");
  }

  @Test
  void rulesOutAMountThatAllowsIt() {
    assertThat(rule.given(GuestFacts.MOUNTS, live(ROOT)).summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void ignoresNoexecElsewhere() {
    RuleTester test =
        rule.given(
            GuestFacts.MOUNTS,
            live(ROOT, mount("/tmp", 2, "noexec"), mount("/var/log", 3, "noexec")));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void looksAtTheDeepestMount() {
    RuleTester test =
        rule.given(GuestFacts.MOUNTS, live(ROOT, VAR, mount("/var/lib/waagent", 3, "rw")));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void looksWhereLibDirPoints() {
    RuleTester test =
        rule.given(GuestFacts.MOUNTS, live(ROOT, VAR))
            .given(GuestFacts.AGENT_FOLDER, "/opt/waagent");
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void takesTheBootTableAloneForAHint() {
    assertThat(rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR)).summary())
        .isEqualTo("inconclusive with a hint");
    assertThat(rule.given(GuestFacts.MOUNTS, boot(ROOT)).summary()).isEqualTo("inconclusive");
  }

  @Test
  void confirmsTheBootTableWithAnAgreeingLineOfThatNight() {
    RuleTester test =
        rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR))
            .given(
                GuestFacts.AGENT_LOG,
                Samples.log(
                    Samples.NIGHT,
                    Samples.agentLine("wa-nonzero-126", Samples.NIGHT, "exit code: 126")));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence()).hasSize(2);
  }

  @Test
  void ignoresAnAgreeingLineOfAnotherNight() {
    RuleTester test =
        rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR))
            .given(
                GuestFacts.AGENT_LOG,
                Samples.log(
                    Samples.NIGHT,
                    Samples.agentLine(
                        "wa-noexec", Samples.NIGHT.minus(Duration.ofDays(3)), "noexec")));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void doesNotJudgeUnknownMounts() {
    assertThat(rule.givenUnavailable(GuestFacts.MOUNTS, UnavailableReason.NOT_RECORDED).summary())
        .isEqualTo("inconclusive");
    assertThat(
            rule.given(GuestFacts.MOUNTS, live(VAR))
                .given(GuestFacts.AGENT_FOLDER, "/opt")
                .summary())
        .isEqualTo("inconclusive");
  }

  private static Mounts live(MountPoint... points) {
    return new Mounts("/proc/self/mountinfo", true, List.of(points));
  }

  private static Mounts boot(MountPoint... points) {
    return new Mounts("/etc/fstab", false, List.of(points));
  }

  private static MountPoint mount(String path, int line, String... options) {
    return new MountPoint(path, "/dev/sda1", "ext4", List.of(options), line);
  }
}
