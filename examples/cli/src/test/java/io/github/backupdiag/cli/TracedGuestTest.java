package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.cli.StandInWireServer.Manner;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a live diagnosis asks of the kernel on machines that look like Azure VMs. */
@Tag("jar")
class TracedGuestTest {

  private static final int MOST_PROCESSES = 3;

  /** The host and the metadata service, as strace writes an address of either family. */
  private static final Pattern PLATFORM =
      Pattern.compile("\"(::ffff:)?(168\\.63\\.129\\.16|169\\.254\\.169\\.254)\"");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Distribution.class,
      names = {"DEBIAN_12", "RHEL_9"})
  void aHealthyGuestIsReadWithoutAnyProcess(Distribution distribution) throws Exception {
    Path root = Files.createDirectory(folder.resolve("vm"));
    SampleRoot.of(distribution, root)
        .append(SampleRoot.AGENT_LOG, HostEndpointNamespaceTest.heartbeatOfToday());
    Strace strace = Strace.into(folder);
    try (VmNamespace vm = VmNamespace.around(root, folder)) {
      vm.withAddresses().serving(Manner.WELL, 0);
      JsonReport report = JsonReport.of(vm.diagnose(strace));
      assertThat(report.confirmed()).isEmpty();
      assertThat(report.causes("ruledOut").toString()).contains("host-endpoint-unreachable");
    }
    assertOnlyThePlatformIsCalled(strace);
    assertThat(strace.changes()).isEmpty();
    assertThat(strace.processes()).isEmpty();
  }

  @Test
  void aGuestWithManyFaultsIsReadWithFewProcesses() throws Exception {
    Path root = Files.createDirectory(folder.resolve("vm"));
    SampleRoot sick = SampleRoot.of(Distribution.DEBIAN_12, root);
    Ailment.EXTENSIONS_DISABLED.befall(sick);
    sick.append(
        SampleRoot.AGENT_LOG,
        HostEndpointNamespaceTest.lineOfToday(
            "ERROR ExtHandler ExtHandler Failed to save handler status: [Errno 28] No space left"
                + " on device: '/var/lib/waagent/x/config/HandlerStatus'"));
    SampleRootSnapshot.withExtension(sick);
    SampleRootSnapshot.withFailedFreeze(sick, "Operation not supported", "/data");
    Strace strace = Strace.into(folder);
    try (VmNamespace vm = VmNamespace.around(root, folder)) {
      vm.withAddresses().serving(Manner.RESET, 0);
      List<String> confirmed = JsonReport.of(vm.diagnose(strace)).confirmed();
      assertThat(confirmed).contains("extensions-disabled-in-agent-config", "guest-disk-full");
    }
    assertOnlyThePlatformIsCalled(strace);
    assertThat(strace.changes()).isEmpty();
    assertThat(strace.processes()).hasSizeLessThanOrEqualTo(MOST_PROCESSES);
  }

  private static void assertOnlyThePlatformIsCalled(Strace strace) throws Exception {
    assertThat(strace.addresses()).anyMatch(call -> call.contains("connect("));
    assertThat(strace.addresses()).filteredOn(call -> !PLATFORM.matcher(call).find()).isEmpty();
  }
}
