package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Handlers;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smaller probes of the backup extension. */
class ExtensionProbesTest {

  private static CheckedObservations look(Probe probe, FakeGuest guest) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }

  @Test
  void findsInterpretersAndThatOfTheLiveAgent() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/usr/bin/python3.12", "")
            .link("/usr/bin/python3", "python3.12")
            .file("/opt/agent/python3.9", "")
            .file("/proc/7/cmdline", "python3\0-u\0/usr/sbin/waagent\0-daemon\0")
            .link("/proc/7/exe", "/opt/agent/python3.9");

    look(new PythonsProbe(), guest)
        .expectObserved(
            ExtensionFacts.PYTHONS,
            new Pythons(
                List.of(new Python("/usr/bin/python3", "3.12")),
                List.of(new Python("/usr/bin/python3.12", "3.12")),
                new Python("/opt/agent/python3.9", null)));
  }

  @Test
  void takesTheAgentsInterpreterFromUnitOrProgram() {
    FakeGuest guest =
        FakeGuest.copy()
            .file("/usr/bin/env", "")
            .file("/usr/libexec/platform-python3.6", "")
            .link("/usr/libexec/platform-python", "platform-python3.6")
            .file("/usr/sbin/waagent", "#!/usr/libexec/platform-python -u\n");
    Pythons pythons =
        ((Observed<Pythons>)
                look(new PythonsProbe(), guest).observations().get(ExtensionFacts.PYTHONS))
            .value();

    assertThat(pythons.searched()).isEmpty();
    assertThat(pythons.ofAgent()).isEqualTo(new Python("/usr/libexec/platform-python", "3.6"));
  }

  @Test
  void doesNotTakeAnEmptyCopyOrARefusalForMissingInterpreters() {
    look(new PythonsProbe(), FakeGuest.copy().file("/etc/os-release", ""))
        .expectUnavailable(ExtensionFacts.PYTHONS, UnavailableReason.NOT_RECORDED);
    look(new PythonsProbe(), FakeGuest.live().denied("/usr/bin"))
        .expectUnavailable(ExtensionFacts.PYTHONS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void tellsTheRunningAgentFromOthers() {
    FakeGuest guest =
        FakeGuest.live()
            .folder("/var/lib/waagent/WALinuxAgent-2.9.1.1")
            .folder("/var/lib/waagent/WALinuxAgent-2.15.0.1")
            .file(
                "/var/lib/dpkg/status",
                "Package: walinuxagent\nStatus: install ok installed\nVersion: 2.2.46-0\n")
            .file(
                "/var/lib/waagent/waagent_status.json",
                "{\"aggregateStatus\": {\"guestAgentStatus\": {\"version\": \"2.9.1.1\"}}}");

    look(new AgentVersionsProbe(), guest)
        .expectObserved(
            ExtensionFacts.AGENT_VERSIONS,
            new AgentVersions(
                "2.9.1.1",
                "/var/lib/waagent/waagent_status.json",
                List.of("2.15.0.1", "2.9.1.1"),
                "2.2.46-0"));
    guest.file(
        "/var/log/waagent.log",
        SampleRoot.agentLine(0, "INFO ExtHandler Agent WALinuxAgent-2.15.0.1 is running as"));
    look(new AgentVersionsProbe(), guest)
        .expectSource(ExtensionFacts.AGENT_VERSIONS, "/var/log/waagent.log");
  }

  @Test
  void saysWhyNoVersionOfTheAgentIsKnown() {
    look(new AgentVersionsProbe(), FakeGuest.live()).expectAbsent(ExtensionFacts.AGENT_VERSIONS);
    look(new AgentVersionsProbe(), FakeGuest.live().denied("/var/lib/waagent"))
        .expectUnavailable(ExtensionFacts.AGENT_VERSIONS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void listsHandlersAndTheirStatesOneByOneWithoutAReport() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/var/lib/waagent/A.B.C-1.2.3/config/HandlerStatus",
                "{\"name\": \"A.B.C\", \"status\": \"NotReady\"}")
            .folder("/var/lib/waagent/WALinuxAgent-2.9.1.1")
            .file("/var/lib/waagent/A.B.C-1.2.3.zip", "PK");
    Handlers handlers =
        ((Observed<Handlers>)
                look(new HandlersProbe(), guest).observations().get(ExtensionFacts.HANDLERS))
            .value();

    assertThat(handlers.folders()).containsExactly("/var/lib/waagent/A.B.C-1.2.3");
    assertThat(handlers.reports())
        .singleElement()
        .satisfies(r -> assertThat(r.isFailed()).isTrue());
    look(new HandlersProbe(), FakeGuest.live().denied("/var/lib/waagent"))
        .expectUnavailable(ExtensionFacts.HANDLERS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findsTheLineOfTheStartScriptWithItsTime() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/" + SampleRootExtension.SHELL_LOG,
                SampleRootExtension.shellLine(31, "python version unknown"));

    assertThat(look(new ShellLogProbe(), guest).observations().get(ExtensionFacts.SHELL_LOG))
        .isInstanceOfSatisfying(
            Observed.class,
            seen -> assertThat(seen.value().toString()).contains("shell-python-unknown", ":40Z"));
    look(new ShellLogProbe(), FakeGuest.live()).expectAbsent(ExtensionFacts.SHELL_LOG);
    look(new ShellLogProbe(), FakeGuest.live().denied("/var/log/azure"))
        .expectUnavailable(ExtensionFacts.SHELL_LOG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findsTheLinesOfTheExtension() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/" + SampleRoot.EXTENSION_LOG,
                "2026-03-14 02:15:41.204118 [x-1.0]Failed to FIFREEZE: /data\n");

    assertThat(look(new ExtensionLogProbe(), guest).observations().get(GuestFacts.EXTENSION_LOG))
        .isInstanceOfSatisfying(
            Observed.class,
            seen -> assertThat(seen.value().toString()).contains("ext-bin-fifreeze-failed"));
    look(new ExtensionLogProbe(), FakeGuest.live()).expectAbsent(GuestFacts.EXTENSION_LOG);
    look(new ExtensionLogProbe(), FakeGuest.live().denied("/var/log/azure"))
        .expectUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void tellsAbsentFilesFromRefusedOnes() {
    look(new AgentPolicyProbe(), FakeGuest.live()).expectAbsent(ExtensionFacts.AGENT_POLICY);
    look(new AgentPolicyProbe(), FakeGuest.live().denied("/etc/waagent_policy.json"))
        .expectUnavailable(ExtensionFacts.AGENT_POLICY, UnavailableReason.NOT_PERMITTED);
    look(new FailedFlagProbe(), FakeGuest.live()).expectAbsent(ExtensionFacts.FAILED_FLAG);
    look(new FailedFlagProbe(), FakeGuest.live().denied("/etc/azure"))
        .expectUnavailable(ExtensionFacts.FAILED_FLAG, UnavailableReason.NOT_PERMITTED);
    look(new ExtensionRunProbe(), FakeGuest.live()).expectAbsent(ExtensionFacts.RUN);
    look(new ExtensionRunProbe(), FakeGuest.live().denied("/var/log/azure"))
        .expectUnavailable(ExtensionFacts.RUN, UnavailableReason.NOT_PERMITTED);
  }
}
