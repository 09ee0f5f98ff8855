package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each probe declares all that it asks for; the dry run and the documentation rest on that. */
class AccessNeedsTest {

  private static final String PROBES = "io.github.backupdiag.guest.internal.linux.LinuxProbes#all";

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource(PROBES)
  void areThereAndNoneTwice(Probe probe) {
    assertThat(probe.descriptor().accessNeeds()).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void nameAllOfAnEmptyGuest(Probe probe) {
    look(probe, FakeGuest.live()).expectAccessNeedsComplete();
    look(probe, FakeGuest.copy()).expectAccessNeedsComplete();
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void nameAllOfAGuestThatRefusesEverything(Probe probe) {
    look(probe, FakeGuest.live().denied("/")).expectAccessNeedsComplete();
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void nameAllOfAHealthyRoot(Distribution distribution) throws Exception {
    expectComplete(SampleRoot.of(distribution, directory));
  }

  @Test
  void nameAllOfARootWithoutAgent() throws Exception {
    expectComplete(
        SampleRoot.of(Distribution.DEBIAN_12, directory)
            .without("var/lib/waagent")
            .without("usr/sbin/waagent")
            .without("lib")
            .without(SampleRoot.AGENT_LOG)
            .without(SampleRoot.CONFIG));
  }

  @Test
  void nameAllOfARootWithAMaskedAgentAndRecordedProcesses() throws Exception {
    expectComplete(
        SampleRoot.of(Distribution.RHEL_9, directory)
            .link("etc/systemd/system/waagent.service", "/dev/null")
            .file("proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0")
            .file("proc/self/mountinfo", "25 22 8:2 / /var rw,noexec - xfs /dev/sda2 rw\n")
            .file("var/log/messages", "2026-03-16T08:00:01.000001+01:00 vm sshd[7]: hello\n"));
  }

  @Test
  void nameAllOfARootWhoseLogsWereRotatedAMomentAgo() throws Exception {
    expectComplete(
        SampleRoot.of(Distribution.UBUNTU_22_04, directory)
            .file(SampleRoot.AGENT_LOG + ".1", SampleRoot.agentLine(-9, "INFO Daemon Daemon x"))
            .file(SampleRoot.AGENT_LOG, "")
            .without(SampleRoot.EXTENSION_LOG));
  }

  @Test
  void nameAllOfARootWhoseAgentLivesElsewhere() throws Exception {
    expectComplete(
        SampleRoot.of(Distribution.SLES_15, directory)
            .append(SampleRoot.CONFIG, "Lib.Dir=/opt/azure/agent/\n")
            .link("opt/azure", "../srv/big/azure")
            .file("srv/big/azure/agent/WALinuxAgent-2.9.1.1/HandlerManifest.json", "[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//a//b/",
        "/a/../../b/.",
        "/a*b/?",
        "/1/2/3/4/5/6/7/8",
        "/1/2/3/4/5/6/7/8/9"
      })
  void nameAllWhateverLibDirSays(String folder) throws Exception {
    FakeGuest guest =
        FakeGuest.live().file(AgentConfigFile.PATH, "Lib.Dir=" + folder + "\n").space("/", 9, 9);
    for (Probe probe : LinuxProbes.all()) {
      look(probe, guest).expectAccessNeedsComplete();
    }
  }

  @Test
  void endWhereAFolderLiesTooDeep() {
    FakeGuest guest =
        FakeGuest.live()
            .file(AgentConfigFile.PATH, "Lib.Dir=/1/2/3/4/5/6/7/8/9\n")
            .space("/", 9, 9);

    look(new AgentFolderProbe(), guest)
        .expectUnavailable(GuestFacts.AGENT_FOLDER, UnavailableReason.FAILED);
    look(new RoomProbe(), guest).expectSource(GuestFacts.ROOM, "statvfs");
  }

  private static void expectComplete(SampleRoot root) throws Exception {
    for (Probe probe : LinuxProbes.all()) {
      look(probe, open(root)).expectAccessNeedsComplete();
    }
  }

  private static GuestConnection open(SampleRoot root) throws NotAGuestException {
    return CopiedRoot.open(root.directory());
  }

  private static CheckedObservations look(Probe probe, GuestConnection guest) {
    return ProbeTester.of(probe).connect(GuestConnection.class, guest).observe();
  }
}
