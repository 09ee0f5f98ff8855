package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.system.VersionNumbers;
import io.github.backupdiag.internal.system.WindowLines;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent below 2.2.41 looks for a cgroup controller that the kernel does not have
 * (guest.linux.agent.cgroups; WALinuxAgent#1390).
 */
public final class LinuxAgentCgroupError implements Diagnostic {

  private static final String FIXED = "2.2.41";
  private static final String LINE = "wa-cgroup-cpu-missing";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.linux-agent-cgroup-error", "linux-agent-cgroup-error")
          .needs(GuestFacts.AGENT_INSTALLATION)
          .helpful(
              AgentFacts.CGROUP_CONTROLLERS,
              GuestFacts.AGENT_LOG,
              BackupFacts.WINDOW,
              GuestFacts.AGENT_UNIT,
              GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.agent.cgroups", "guest.linux.agent.version", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public LinuxAgentCgroupError() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentInstallation agent = facts.value(GuestFacts.AGENT_INSTALLATION);
    String version = agent == null ? null : agent.version();
    if (version == null) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-cgroup-error.no-version"))
          .missing((FactKey<?>) GuestFacts.AGENT_INSTALLATION);
    }
    if (!VersionNumbers.isBelow(version, FIXED)) {
      return Verdict.ruledOut(When.NOW, version("new", version));
    }
    List<String> controllers = facts.value(AgentFacts.CGROUP_CONTROLLERS);
    if (controllers != null && controllers.contains("cpu")) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  AgentFacts.CGROUP_CONTROLLERS,
                  Phrase.of("evidence.linux-agent-cgroup-error.controller"))
              .withPlace("/proc/cgroups", 0));
    }
    List<LogEvent> lines =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, event -> event.signature().equals(LINE));
    if (lines.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-cgroup-error.no-line"));
    }
    List<Evidence> evidence =
        new ArrayList<>(
            WindowLines.evidence(
                GuestFacts.AGENT_LOG, lines, "evidence.linux-agent-cgroup-error.line"));
    evidence.add(version("old", version));
    return Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
        .with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static Evidence version(String what, String version) {
    return Evidence.of(
        GuestFacts.AGENT_INSTALLATION,
        Phrase.of("evidence.linux-agent-cgroup-error." + what, "version", version));
  }
}
