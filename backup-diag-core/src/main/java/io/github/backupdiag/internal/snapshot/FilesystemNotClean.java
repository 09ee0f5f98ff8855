package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The freeze, or the kernel while the freeze failed, complains of a damaged file system
 * (guest.linux.freeze.fs-state). The state on the disk itself is not read.
 */
public final class FilesystemNotClean implements Diagnostic {

  private static final Set<String> KERNEL =
      Set.of("k-ext4-error", "k-jbd2-abort", "k-xfs-shutdown", "k-xfs-corruption", "k-btrfs-error");

  /** A full btrfs ends a transaction like a damaged one. */
  private static final String FULL = "errno=-28";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.filesystem-not-clean", "filesystem-not-clean")
          .helpful(
              GuestFacts.EXTENSION_LOG,
              SnapshotFacts.KERNEL_LOG,
              GuestFacts.MOUNTS,
              SnapshotFacts.DISKS,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.freeze.fs-state");

  /** Made by {@code ServiceLoader}. */
  public FilesystemNotClean() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FreezeFailure> failures = FreezeFailure.all(facts);
    List<FreezeFailure> damaged = failures.stream().filter(FreezeFailure::isDamage).toList();
    List<LogEvent> kernel =
        StorageLines.all(facts, KERNEL).stream()
            .filter(event -> !event.text().contains(FULL))
            .toList();
    List<Evidence> why =
        new ArrayList<>(
            Stream.concat(
                    damaged.stream().map(FilesystemNotClean::said),
                    kernel.stream().map(FilesystemNotClean::said))
                .limit(5)
                .toList());
    if (why.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.filesystem-not-clean.no-line"));
    }
    List<Evidence> agreeing = Agreement.of(facts, FreezeFailure.CODES, FreezeFailure.LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.filesystem-not-clean.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    Verdict.Confirmed verdict = Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new));
    String mount = damaged.isEmpty() ? mountOf(kernel.get(0), facts) : damaged.get(0).mount();
    return mount == null
        ? verdict
        : FrozenMounts.named(verdict, mount, facts.value(GuestFacts.MOUNTS));
  }

  private static @Nullable String mountOf(LogEvent event, Facts facts) {
    MountPoint point =
        StorageLines.mount(StorageLines.device(event), facts.value(GuestFacts.MOUNTS));
    return point == null ? null : point.path();
  }

  private static Evidence said(FreezeFailure failure) {
    return failure.evidence(
        Phrase.of("evidence.filesystem-not-clean.freeze", "mount", failure.mount()));
  }

  private static Evidence said(LogEvent event) {
    return Agreement.line(
        SnapshotFacts.KERNEL_LOG, event, Phrase.of("evidence.filesystem-not-clean.kernel"));
  }
}
