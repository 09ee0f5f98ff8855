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
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.fact.guest.GuestOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The processors are overloaded now (guest.linux.load). That counts only for a job that runs, or
 * failed a moment ago; for an older one it is a hint at the most.
 */
public final class GuestCpuMemoryHigh implements Diagnostic {

  /** Above 90 percent of the processors; tasks that wait for a disk count as well, so doubled. */
  private static final double HIGH = 1.8;

  private static final double WAITING_PERCENT = 50;
  private static final Duration A_MOMENT = Duration.ofMinutes(15);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.guest-cpu-memory-high", "guest-cpu-memory-high")
          .needs(AgentFacts.LOAD)
          .helpful(
              BackupFacts.REFERENCE_TIME,
              BackupFacts.FAILED_AT,
              BackupFacts.MATCHES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.load");

  /** Made by {@code ServiceLoader}. */
  public GuestCpuMemoryHigh() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    GuestLoad load = facts.value(AgentFacts.LOAD);
    if (load == null || load.processors() == 0) {
      return Verdict.inconclusive(Phrase.of("because.guest-cpu-memory-high.not-seen"))
          .missing((FactKey<?>) AgentFacts.LOAD);
    }
    boolean waiting = load.cpuPressure() < 0 || load.cpuPressure() >= WAITING_PERCENT;
    boolean high = waiting && load.load() > HIGH * load.processors();
    if (!high) {
      return Verdict.ruledOut(When.NOW, load(load, "low"));
    }
    Evidence code = AgreeingCode.in(facts, AgreeingCode.AGENT);
    return code != null && isJobOfThisMoment(facts)
        ? Verdict.likely(When.NOW, load(load, "high"), code)
        : Verdict.inconclusive(Phrase.of("because.guest-cpu-memory-high.now-only"))
            .hinting(List.of(load(load, "high")));
  }

  private static boolean isJobOfThisMoment(Facts facts) {
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    return failed != null
        && now != null
        && Duration.between(failed, now).abs().compareTo(A_MOMENT) <= 0;
  }

  private static Evidence load(GuestLoad load, String what) {
    return Evidence.of(
            AgentFacts.LOAD,
            Phrase.of(
                "evidence.guest-cpu-memory-high." + what,
                "load",
                String.valueOf(load.load()),
                "processors",
                String.valueOf(load.processors())))
        .withPlace("/proc/loadavg", 1);
  }
}
