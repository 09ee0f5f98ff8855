package io.github.backupdiag.internal.disk;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentDirMountedNoexecTest {

  private static final MountPoint ROOT = mount("/", 1, "rw", "relatime");
  private static final MountPoint VAR = mount("/var", 2, "rw", "nosuid", "noexec");

  private final DiagnosticTester rule =
      DiagnosticTester.of(new AgentDirMountedNoexec())
          .wordedBy()
          .given(GuestFacts.AGENT_FOLDER, "/var/lib/waagent")
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsNoexecInTheKernelsTable() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.MOUNTS, live(ROOT, VAR))
            .expectConfirmed(When.NOW, Confidence.CERTAIN);
    verdict.withArgument("mount", "/var");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(2);
    assertThat(evidence(verdict).get(0).excerpt()).contains("noexec");
  }

  @Test
  void rulesOutAMountThatAllowsIt() {
    rule.given(GuestFacts.MOUNTS, live(ROOT)).expectRuledOut(When.NOW);
  }

  @Test
  void ignoresNoexecElsewhere() {
    rule.given(
            GuestFacts.MOUNTS,
            live(ROOT, mount("/tmp", 2, "noexec"), mount("/var/log", 3, "noexec")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void looksAtTheDeepestMount() {
    rule.given(GuestFacts.MOUNTS, live(ROOT, VAR, mount("/var/lib/waagent", 3, "rw")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void looksWhereLibDirPoints() {
    rule.given(GuestFacts.MOUNTS, live(ROOT, VAR))
        .given(GuestFacts.AGENT_FOLDER, "/opt/waagent")
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesTheBootTableAloneForAHint() {
    assertThat(evidence(rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR)).expectInconclusive()))
        .isNotEmpty();
    assertThat(evidence(rule.given(GuestFacts.MOUNTS, boot(ROOT)).expectInconclusive())).isEmpty();
  }

  @Test
  void confirmsTheBootTableWithAnAgreeingLineOfThatNight() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR))
            .given(
                GuestFacts.AGENT_LOG,
                Samples.log(
                    Samples.NIGHT,
                    Samples.agentLine("wa-nonzero-126", Samples.NIGHT, "exit code: 126")))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict)).hasSize(2);
  }

  @Test
  void ignoresAnAgreeingLineOfAnotherNight() {
    assertThat(
            evidence(
                rule.given(GuestFacts.MOUNTS, boot(ROOT, VAR))
                    .given(
                        GuestFacts.AGENT_LOG,
                        Samples.log(
                            Samples.NIGHT,
                            Samples.agentLine(
                                "wa-noexec", Samples.NIGHT.minus(Duration.ofDays(3)), "noexec")))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void doesNotJudgeUnknownMounts() {
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.MOUNTS, UnavailableReason.NOT_RECORDED)
                    .expectInconclusive()))
        .isEmpty();
    assertThat(
            evidence(
                rule.given(GuestFacts.MOUNTS, live(VAR))
                    .given(GuestFacts.AGENT_FOLDER, "/opt")
                    .expectInconclusive()))
        .isEmpty();
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
