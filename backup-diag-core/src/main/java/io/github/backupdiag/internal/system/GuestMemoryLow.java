package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/**
 * Less than 5 percent of the memory is free now (guest.linux.load), which says nothing of a job
 * long ago.
 */
public final class GuestMemoryLow implements Diagnostic {

  private static final double LIMIT = 5;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.guest-memory-low", "guest-out-of-memory")
          .needs(AgentFacts.LOAD)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.load");

  /** Made by {@code ServiceLoader}. */
  public GuestMemoryLow() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    GuestLoad load = facts.value(AgentFacts.LOAD);
    if (load == null || load.memoryBytes() <= 0 || load.availableBytes() <= 0) {
      return Verdict.inconclusive(Phrase.of("because.guest-memory-low.not-seen"))
          .missing((FactKey<?>) AgentFacts.LOAD);
    }
    double percent = 100.0 * load.availableBytes() / load.memoryBytes();
    Evidence free =
        Evidence.of(
                AgentFacts.LOAD,
                Phrase.of(
                    "evidence.guest-memory-low." + (percent < LIMIT ? "low" : "enough"),
                    "percent",
                    String.valueOf(Math.round(percent))))
            .withPlace("/proc/meminfo", 0);
    return percent < LIMIT
        ? Verdict.inconclusive(Phrase.of("because.guest-memory-low.now-only"))
            .hinting(List.of(free))
        : Verdict.ruledOut(When.NOW, free);
  }
}
