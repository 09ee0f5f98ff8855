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
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.FipsMode;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel is in FIPS mode, and openssl failed while the agent unpacked its certificates
 * (guest.linux.fips; WALinuxAgent#760). FIPS with a current agent works.
 */
public final class FipsModeBlocksAgent implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.fips-mode-blocks-agent", "fips-mode-blocks-agent")
          .needs(AgentFacts.FIPS)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.fips", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public FipsModeBlocksAgent() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    FipsMode fips = facts.value(AgentFacts.FIPS);
    if (fips == null) {
      return Verdict.inconclusive(Phrase.of("because.fips-mode-blocks-agent.not-seen"))
          .missing((FactKey<?>) AgentFacts.FIPS);
    }
    if (!fips.on()) {
      return Verdict.ruledOut(When.NOW, mode(fips, "off"));
    }
    List<LogEvent> refused =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, FipsModeBlocksAgent::isRefusedCipher);
    if (refused.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.fips-mode-blocks-agent.no-line"));
    }
    List<Evidence> evidence =
        new ArrayList<>(
            WindowLines.evidence(
                GuestFacts.AGENT_LOG, refused, "evidence.fips-mode-blocks-agent.line"));
    evidence.add(mode(fips, "on"));
    GuestOs os = facts.value(GuestFacts.OS);
    return Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
        .with("unit", os == null ? "waagent" : os.agentUnit());
  }

  /**
   * openssl says so where a cipher is not there; another fault of a certificate reads otherwise.
   */
  private static boolean isRefusedCipher(LogEvent event) {
    String text = event.text();
    return event.signature().equals("wa-openssl-output")
        || (text.contains("digital envelope routines")
            && (text.contains("unknown cipher")
                || text.contains("unsupported")
                || text.contains("disabled for fips")
                || text.contains("disabled for FIPS")));
  }

  private static Evidence mode(FipsMode fips, String what) {
    return Evidence.of(AgentFacts.FIPS, Phrase.of("evidence.fips-mode-blocks-agent." + what))
        .withExcerpt(fips.text())
        .withPlace(fips.path(), fips.line());
  }
}
