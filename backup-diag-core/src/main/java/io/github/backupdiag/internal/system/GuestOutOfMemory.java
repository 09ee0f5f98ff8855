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
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kernel killed a process of the agent or the extension for lack of memory while the backup
 * failed, and a trace of theirs agrees (guest.linux.load). Another program that was killed is only
 * a hint.
 */
public final class GuestOutOfMemory implements Diagnostic {

  private static final FactKey<LogEvents> KERNEL = GuestFacts.logEvents("kernel");
  private static final Set<String> KILLS = Set.of("k-oom-kill", "k-oom-cgroup");
  private static final Set<String> TRACES = Set.of("wa-nonzero-137", "wa-errno-12");
  private static final Pattern OURS =
      Pattern.compile(
          "Kill(?:ed)? process \\d{1,10}[,:]? \\((?:python[0-9.]*|waagent|safefreeze\\w*)\\)");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.guest-out-of-memory", "guest-out-of-memory")
          .helpful(
              GuestFacts.logEvents("kernel"),
              GuestFacts.AGENT_LOG,
              BackupFacts.MATCHES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.load");

  /** Made by {@code ServiceLoader}. */
  public GuestOutOfMemory() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<LogEvent> kills =
        WindowLines.in(KERNEL, facts, event -> KILLS.contains(event.signature()));
    if (kills.isEmpty()) {
      return Verdict.notApplicable(Phrase.of("because.guest-out-of-memory.no-kill"));
    }
    List<LogEvent> ours = kills.stream().filter(kill -> OURS.matcher(kill.text()).find()).toList();
    List<Evidence> evidence =
        new ArrayList<>(
            WindowLines.evidence(
                KERNEL, ours.isEmpty() ? kills : ours, "evidence.guest-out-of-memory.kill"));
    List<LogEvent> traces =
        WindowLines.in(GuestFacts.AGENT_LOG, facts, event -> TRACES.contains(event.signature()));
    evidence.addAll(
        WindowLines.evidence(GuestFacts.AGENT_LOG, traces, "evidence.guest-out-of-memory.trace"));
    Evidence code = AgreeingCode.in(facts, AgreeingCode.AGENT);
    if (code != null) {
      evidence.add(code);
    }
    return !ours.isEmpty() && (code != null || !traces.isEmpty())
        ? Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
        : Verdict.inconclusive(Phrase.of("because.guest-out-of-memory.other")).hinting(evidence);
  }
}
