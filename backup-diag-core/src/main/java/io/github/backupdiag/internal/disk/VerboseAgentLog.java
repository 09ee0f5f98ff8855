package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/** {@code Logs.Verbose} is on while writes found no room (guest.linux.conf.verbose-log): advice. */
public final class VerboseAgentLog implements Diagnostic {

  private static final String KEY = "Logs.Verbose";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.disk.verbose-agent-log", "guest-disk-full")
          .needs(GuestFacts.AGENT_CONFIG)
          .helpful(GuestFacts.AGENT_LOG, GuestFacts.EXTENSION_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.conf.verbose-log");

  /** Made by {@code ServiceLoader}. */
  public VerboseAgentLog() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    AgentConfig.Entry entry = config == null ? null : config.find(KEY);
    boolean full =
        window != null
            && !SpaceErrors.in(facts, event -> window.contains(event.time()), "guest-disk-full")
                .isEmpty();
    if (config == null || entry == null || !config.isOn(KEY, false) || !full) {
      return Verdict.notApplicable(Phrase.of("because.verbose-agent-log.of-no-matter"));
    }
    return Verdict.inconclusive(Phrase.of("because.verbose-agent-log.on"))
        .hinting(
            List.of(
                Evidence.of(GuestFacts.AGENT_CONFIG, Phrase.of("evidence.verbose-agent-log.on"))
                    .withExcerpt(entry.key() + "=" + entry.value())
                    .withPlace(config.path(), entry.line())));
  }
}
