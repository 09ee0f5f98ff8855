package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mount that the extension freezes is there twice, and the freeze failed on just that path
 * (guest.linux.freeze.duplicate-mounts). Bind mounts alone are normal and no hint.
 */
public final class MountListedTwice implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.mount-listed-twice", "mount-listed-twice")
          .needs(GuestFacts.MOUNTS)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              SnapshotFacts.VMBACKUP_CONF,
              SnapshotFacts.DISKS,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.freeze.duplicate-mounts");

  /** Made by {@code ServiceLoader}. */
  public MountListedTwice() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    if (mounts == null) {
      return Verdict.inconclusive(Phrase.of("because.mount-listed-twice.no-table"))
          .missing(GuestFacts.MOUNTS);
    }
    List<MountPoint> frozen =
        FrozenMounts.of(
            mounts, facts.value(SnapshotFacts.VMBACKUP_CONF), facts.value(SnapshotFacts.DISKS));
    for (FreezeFailure failure : FreezeFailure.all(facts)) {
      MountPoint point = last(failure.mount(), frozen);
      MountPoint twin = point == null ? null : FrozenMounts.twin(point, frozen, mounts);
      if (point != null && twin != null && failure.mayBeBusy()) {
        return listedTwice(failure, point, twin, mounts, facts);
      }
    }
    if (frozen.stream().anyMatch(point -> FrozenMounts.twin(point, frozen, mounts) != null)) {
      return Verdict.inconclusive(Phrase.of("because.mount-listed-twice.not-on-it"));
    }
    return mounts.live()
        ? Verdict.ruledOut(
            When.NOW,
            Evidence.of(GuestFacts.MOUNTS, Phrase.of("evidence.mount-listed-twice.none"))
                .withExcerpt(FrozenMounts.order(frozen))
                .withPlace(mounts.table(), 0))
        : Verdict.inconclusive(Phrase.of("because.mount-listed-twice.boot-table"))
            .missing(GuestFacts.MOUNTS);
  }

  private static Verdict listedTwice(
      FreezeFailure failure, MountPoint point, MountPoint twin, Mounts mounts, Facts facts) {
    List<Evidence> why = new ArrayList<>();
    why.add(entry(point, twin, mounts));
    why.add(
        failure.evidence(
            Phrase.of("evidence.mount-listed-twice.failed", "mount", failure.mount())));
    List<Evidence> agreeing = Agreement.of(facts, FreezeFailure.CODES, FreezeFailure.LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-listed-twice.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new))
        .with("mount", failure.mount())
        .with("path", twin.path());
  }

  private static @Nullable MountPoint last(String path, List<MountPoint> frozen) {
    return frozen.stream()
        .filter(point -> point.path().equals(path))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Evidence entry(MountPoint point, MountPoint twin, Mounts mounts) {
    return Evidence.of(
            GuestFacts.MOUNTS,
            Phrase.of(
                "evidence.mount-listed-twice.twin",
                "mount",
                point.path(),
                "other",
                twin.path(),
                "line",
                String.valueOf(twin.line())))
        .withExcerpt(String.join(" ", point.device(), point.path(), point.type()))
        .withPlace(mounts.table(), point.line());
  }
}
