package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/**
 * A log of the agent or the extension tells of a write that found no room while the backup failed
 * (guest.linux.disk.space-and-inodes). Its silence says nothing: a full disk takes no log line.
 */
public final class GuestDiskFull implements Diagnostic {

  private static final String RULE = "guest-disk-full";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.disk.guest-disk-full", RULE)
          .helpful(
              GuestFacts.AGENT_LOG, GuestFacts.EXTENSION_LOG, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.disk.space-and-inodes");

  /** Made by {@code ServiceLoader}. */
  public GuestDiskFull() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    List<Evidence> inside =
        window == null
            ? List.of()
            : SpaceErrors.in(facts, event -> window.contains(event.time()), RULE);
    if (!inside.isEmpty()) {
      GuestOs os = facts.value(GuestFacts.OS);
      return Verdict.likely(When.AT_FAILURE, inside.toArray(Evidence[]::new))
          .with("unit", os == null ? "waagent" : os.agentUnit());
    }
    List<Evidence> ever = SpaceErrors.in(facts, event -> true, RULE);
    if (!ever.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-disk-full.outside-window"))
          .hinting(ever);
    }
    boolean seen =
        facts.get(GuestFacts.AGENT_LOG).isSeen() || facts.get(GuestFacts.EXTENSION_LOG).isSeen();
    return seen
        ? Verdict.inconclusive(Phrase.of("because.guest-disk-full.no-line"))
        : Verdict.inconclusive(Phrase.of("because.guest-disk-full.no-log"))
            .missing(GuestFacts.AGENT_LOG, GuestFacts.EXTENSION_LOG);
  }
}
