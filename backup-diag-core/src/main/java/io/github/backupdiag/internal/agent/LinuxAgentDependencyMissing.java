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
import io.github.backupdiag.fact.guest.AgentTools;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.system.WindowLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A program or Python module that the agent calls is not installed, and the agent's log tells of
 * the call that failed (guest.linux.agent.dependencies). Some are missing on healthy small images.
 */
public final class LinuxAgentDependencyMissing implements Diagnostic {

  private static final String OPENSSL = "openssl";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.linux-agent-dependency-missing", "linux-agent-dependency-missing")
          .needs(AgentFacts.TOOLS)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.dependencies", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public LinuxAgentDependencyMissing() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentTools tools = facts.value(AgentFacts.TOOLS);
    if (tools == null) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-dependency-missing.not-looked"))
          .missing((FactKey<?>) AgentFacts.TOOLS);
    }
    for (String program : tools.missingPrograms()) {
      Predicate<LogEvent> call = event -> isCallOf(program, event.text());
      List<LogEvent> lines = WindowLines.in(GuestFacts.AGENT_LOG, facts, call);
      if (!lines.isEmpty()) {
        return missing("program", program, lines, facts);
      }
    }
    for (String module : tools.missingModules()) {
      Predicate<LogEvent> load = event -> isImportOf(module, event.text());
      List<LogEvent> lines = WindowLines.in(GuestFacts.AGENT_LOG, facts, load);
      if (!lines.isEmpty()) {
        return missing("module", module, lines, facts);
      }
    }
    if (tools.missingPrograms().contains(OPENSSL)) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-dependency-missing.no-call"))
          .hinting(List.of(absence("program", OPENSSL)));
    }
    return tools.missingPrograms().isEmpty()
        ? Verdict.ruledOut(
            When.NOW,
            Evidence.of(
                AgentFacts.TOOLS, Phrase.of("evidence.linux-agent-dependency-missing.all-there")))
        : Verdict.inconclusive(Phrase.of("because.linux-agent-dependency-missing.no-call"));
  }

  private static boolean isCallOf(String program, String line) {
    return line.contains("No such file or directory: '" + program + "'")
        || (line.contains("/" + program + "'") && line.contains("No such file or directory"))
        || line.contains(" " + program + ": command not found")
        || line.contains(" " + program + ": not found");
  }

  private static boolean isImportOf(String module, String line) {
    return line.contains("No module named '" + module + "'")
        || line.endsWith("No module named " + module);
  }

  private static Verdict missing(String what, String name, List<LogEvent> lines, Facts facts) {
    List<Evidence> evidence =
        new ArrayList<>(
            WindowLines.evidence(
                GuestFacts.AGENT_LOG, lines, "evidence.linux-agent-dependency-missing.call"));
    evidence.add(absence(what, name));
    return Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
        .with("file", name)
        .with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static Evidence absence(String what, String name) {
    return Evidence.of(
        AgentFacts.TOOLS,
        Phrase.of("evidence.linux-agent-dependency-missing." + what, "name", name));
  }
}
