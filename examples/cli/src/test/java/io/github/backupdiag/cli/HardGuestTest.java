package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.cli.StandInWireServer.Manner;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code diagnose} on a healthy VM that is hard to look at: no cause is named for that. */
@Tag("jar")
class HardGuestTest {

  private static final Duration AMPLE = Duration.ofMinutes(3);
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");

  @TempDir private Path folder;
  private Path root;
  private VmNamespace vm;

  @BeforeEach
  void makeAVm() throws Exception {
    root = Files.createDirectory(folder.resolve("vm"));
    SampleRoot.of(Distribution.RHEL_9, root)
        .append(SampleRoot.AGENT_LOG, HostEndpointNamespaceTest.heartbeatOfToday())
        .file("var/far/away", "");
    vm = VmNamespace.around(root, folder).withAddresses().serving(Manner.WELL, 0);
  }

  @AfterEach
  void removeIt() throws Exception {
    if (vm != null) {
      vm.close();
    }
  }

  /** Nobody answers for the file system, so that whoever looks into it hangs. */
  @ParameterizedTest
  @ValueSource(strings = {"/var/far", "/var/lib/waagent", "/var/log/azure"})
  void aFileSystemThatHangsIsWaitedForInVain(String place) throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/fuse")), "skipped: needs /dev/fuse");
    vm.prepared(
        "exec 9<>/dev/fuse\n"
            + ("mount -i -t fuse hung '" + place + "'")
            + " -o fd=9,rootmode=40000,user_id=0,group_id=0\n");
    Run run = assertTimeoutPreemptively(AMPLE, () -> vm.diagnose());
    JsonReport report = JsonReport.of(run);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.causes("contradictory")).isEmpty();
    if (!place.equals("/var/far")) {
      assertThat(report.elements("problems").toString())
          .containsAnyOf(place, "did not return in time");
      assertThat(run.status()).isEqualTo(ExitStatus.PARTIAL);
    }
  }

  @Test
  void aMachineOnWhichNothingCanBeWrittenIsReadAsWell() throws Exception {
    vm.prepared(
        """
        mount -t tmpfs -o size=4k full /dev/shm
        mount -o remount,bind,ro / /
        ! touch /nothing 2>/dev/null
        """);
    Run run = vm.diagnose();
    JsonReport report = JsonReport.of(run);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.elements("findings")).isNotEmpty();
    assertThat(report.elements("problems").toString() + run.err())
        .doesNotContainIgnoringCase("read-only")
        .doesNotContainIgnoringCase("no space");
    assertThat(run.status()).isIn(ExitStatus.OK, ExitStatus.PARTIAL); // a busy machine is late
  }

  @Test
  void aUserWhoMayNotReadTheAgentsFilesIsTold() throws Exception {
    Files.setPosixFilePermissions(
        root.resolve("var/lib/waagent"), PosixFilePermissions.fromString("rwx------"));
    JsonReport report = JsonReport.of(vm.diagnoseAs(NOBODY));
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.causes("contradictory")).isEmpty();
    assertThat(report.elements("nextSteps").toString()).contains("/var/lib/waagent", "root");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 18, 24})
  void aUserWhoMayStartFewThreadsGetsAReport(int threads) throws Exception {
    List<String> limited = new ArrayList<>(NOBODY);
    limited.addAll(List.of("env", "JDK_JAVA_OPTIONS=-XX:+UseSerialGC -Xlog:disable"));
    limited.addAll(List.of("prlimit", "--nproc=" + threads));
    Run run = assertTimeoutPreemptively(AMPLE, () -> vm.diagnoseAs(limited));
    assumeTrue(!run.err().contains("Error:"), "skipped: too few for Java itself");
    JsonReport report = JsonReport.of(run);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.causes("contradictory")).isEmpty();
    assertThat(run.status()).isIn(ExitStatus.OK, ExitStatus.PARTIAL);
  }
}
