package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AccessDenial;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SelinuxState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SELinux refused the agent or the backup extension an access while the backup failed
 * (guest.linux.selinux). The agent of many images meets harmless denials daily, so a refused access
 * in the log must agree, or a code with a denial of the agent's own files.
 */
public final class SelinuxBlocksAgent implements Diagnostic {

  private static final String AGENT_FOLDER = "/var/lib/waagent";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.selinux-blocks-agent", "selinux-blocks-agent")
          .needs(AgentFacts.SELINUX)
          .helpful(
              AgentFacts.DENIALS,
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.MATCHES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.selinux", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public SelinuxBlocksAgent() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SelinuxState state = facts.value(AgentFacts.SELINUX);
    List<AccessDenial> denials = denials(state, facts);
    if (denials.isEmpty()) {
      return withoutDenial(state, facts);
    }
    List<Evidence> evidence = new ArrayList<>();
    denials.stream().limit(3).forEach(denial -> evidence.add(denial(denial)));
    List<LogEvent> lines =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, SelinuxBlocksAgent::isRefusal);
    List<LogEvent> more =
        WindowLines.in(GuestFacts.EXTENSION_LOG, facts, SelinuxBlocksAgent::isRefusal);
    evidence.addAll(
        WindowLines.evidence(GuestFacts.AGENT_LOG, lines, "evidence.selinux-blocks-agent.line"));
    evidence.addAll(
        WindowLines.evidence(GuestFacts.EXTENSION_LOG, more, "evidence.selinux-blocks-agent.line"));
    Evidence code =
        denials.stream().anyMatch(AccessDenial::onAgentFiles)
            ? AgreeingCode.in(facts, AgreeingCode.AGENT)
            : null;
    if (code != null) {
      evidence.add(code);
    }
    boolean agreed = code != null || !lines.isEmpty() || !more.isEmpty();
    return agreed
        ? Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
            .with("path", AGENT_FOLDER)
        : Verdict.inconclusive(Phrase.of("because.selinux-blocks-agent.nothing-agrees"))
            .hinting(evidence);
  }

  /** Those inside the window that were refused; where the line does not tell, the state does. */
  private static List<AccessDenial> denials(@Nullable SelinuxState state, Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    List<AccessDenial> all = facts.value(AgentFacts.DENIALS);
    boolean enforcing = state != null && state.mode() == SelinuxState.Mode.ENFORCING;
    return all == null || window == null
        ? List.of()
        : all.stream()
            .filter(denial -> window.contains(denial.time()))
            .filter(denial -> denial.refused() == null ? enforcing : denial.refused())
            .toList();
  }

  private static Verdict withoutDenial(@Nullable SelinuxState state, Facts facts) {
    if (state == null) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(AgentFacts.SELINUX, Phrase.of("evidence.selinux-blocks-agent.none")));
    }
    if (state.mode() != SelinuxState.Mode.ENFORCING) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(AgentFacts.SELINUX, Phrase.of("evidence.selinux-blocks-agent.not-enforcing"))
              .withPlace(state.path(), state.line()));
    }
    return facts.get(AgentFacts.DENIALS).isSeen()
        ? Verdict.inconclusive(Phrase.of("because.selinux-blocks-agent.no-denial"))
        : Verdict.inconclusive(Phrase.of("because.selinux-blocks-agent.no-audit-log"))
            .missing((FactKey<?>) AgentFacts.DENIALS);
  }

  private static boolean isRefusal(LogEvent event) {
    return event.text().contains("Permission denied")
        || (event.signature().equals("wa-nonzero-126") && event.text().contains("VMSnapshotLinux"));
  }

  private static Evidence denial(AccessDenial denial) {
    return Evidence.of(
            AgentFacts.DENIALS,
            Phrase.of("evidence.selinux-blocks-agent.denial", "permission", denial.permission()))
        .withExcerpt(denial.text())
        .withPlace(denial.file(), denial.line())
        .withTime(denial.time());
  }
}
