package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.FreezeLock;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Another program than the backup extension holds the freeze lock (guest.linux.freeze.lock-file).
 * That it is free now says nothing of the night, and the file alone says nothing at all.
 */
public final class FreezeLockHeld implements Diagnostic {

  private static final String OWN = "VMSnapshotLinux";
  private static final Set<String> LINES =
      Set.of("ext-freeze-lock-failed", "ext-freeze-lock-openfailed", "ext-freeze-lock-busy");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.freeze-lock-held", "freeze-lock-contention")
          .needs(SnapshotFacts.FREEZE_LOCK)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.freeze.lock-file", "guest.linux.freeze.result");

  /** Made by {@code ServiceLoader}. */
  public FreezeLockHeld() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    FreezeLock lock = facts.value(SnapshotFacts.FREEZE_LOCK);
    List<FreezeLock.Holder> others =
        lock == null
            ? List.of()
            : lock.holders().stream().filter(holder -> !holder.command().contains(OWN)).toList();
    if (lock == null || others.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.freeze-lock-held.free"));
    }
    FreezeLock.Holder holder = others.get(0);
    List<Evidence> why = new ArrayList<>();
    why.add(
        Evidence.of(
                SnapshotFacts.FREEZE_LOCK,
                Phrase.of(
                    "evidence.freeze-lock-held.held", "process", String.valueOf(holder.process())))
            .withExcerpt(holder.command())
            .withPlace(lock.path(), 0));
    List<Evidence> agreeing = Agreement.of(facts, FreezeFailure.CODES, LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.freeze-lock-held.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    return Verdict.likely(When.NOW, why.toArray(Evidence[]::new)).with("file", lock.path());
  }
}
