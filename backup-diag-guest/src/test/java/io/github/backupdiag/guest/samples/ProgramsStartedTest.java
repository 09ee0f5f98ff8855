package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A look at a running Linux starts no program where nothing is wrong, and few elsewhere. */
class ProgramsStartedTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void noneOnAHealthyMachine(Distribution distribution) throws Exception {
    assertThat(programs(RunningRoot.of(SampleRoot.of(distribution, directory)))).isEmpty();
  }

  @Test
  void oneThatCountsInodesWhereAWriteFailedThoughRoomIsLeft() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .append(
                SampleRoot.AGENT_LOG,
                SampleRoot.agentLine(
                    30, "ERROR ExtHandler ExtHandler [Errno 28] No space left on device"));

    assertThat(programs(RunningRoot.of(root)))
        .containsExactly("stat -f -c %c %d %n / /var /var/lib/waagent /var/log /etc/azure");
  }

  @Test
  void threeAtTheMost() throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .file("proc/self/status", "Uid:\t0\t0\t0\t0\n")
            .file("proc/net/ip_tables_names", "security\nfilter\n")
            .file("sys/module/nf_tables/refcnt", "9\n")
            .file("usr/sbin/nft", "")
            .file("usr/sbin/iptables-legacy-save", "")
            .append(
                SampleRoot.AGENT_LOG,
                SampleRoot.agentLine(
                    30, "ERROR ExtHandler ExtHandler [Errno 28] No space left on device"));
    RunningRoot running = RunningRoot.of(root);
    running
        .scripted()
        .http(
            "http://168.63.129.16/?comp=versions",
            HttpAnswer.none(NetworkOutcome.TIMED_OUT, true, ""));

    assertThat(programs(running))
        .containsExactlyInAnyOrder(
            "stat -f -c %c %d %n / /var /var/lib/waagent /var/log /etc/azure",
            "iptables-legacy-save -c", "nft list ruleset");
  }

  private static List<String> programs(RunningRoot running) {
    BackupDiagnosis.builder()
        .connect(GuestConnection.class, running)
        .build()
        .diagnose(DiagnosisRequest.healthCheck());
    return running.programs();
  }
}
