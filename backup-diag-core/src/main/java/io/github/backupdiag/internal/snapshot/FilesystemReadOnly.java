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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file system that agent and extension write to is read-only, though the boot table mounts it for
 * writing, and a line of the failed job agrees (guest.linux.kernel.storage-errors).
 */
public final class FilesystemReadOnly implements Diagnostic {

  private static final Set<String> REMOUNTS = Set.of("k-ext4-ro", "k-btrfs-ro");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.filesystem-read-only", "filesystem-read-only")
          .needs(GuestFacts.MOUNTS)
          .helpful(
              SnapshotFacts.BOOT_MOUNTS,
              SnapshotFacts.DISKS,
              GuestFacts.AGENT_FOLDER,
              SnapshotFacts.KERNEL_LOG,
              GuestFacts.AGENT_LOG,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.kernel.storage-errors");

  /** Made by {@code ServiceLoader}. */
  public FilesystemReadOnly() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> kernel = kernelLines(facts);
    List<Evidence> agent = agentLines(facts);
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    MountPoint readOnly = mounts == null || !mounts.live() ? null : readOnly(mounts, facts);
    List<Evidence> why = new ArrayList<>();
    if (mounts != null && readOnly != null) {
      why.add(state(mounts, readOnly, "ro"));
    }
    why.addAll(kernel);
    why.addAll(agent);
    boolean twice = !kernel.isEmpty() && !agent.isEmpty();
    if (readOnly != null && why.size() > 1) {
      return FrozenMounts.named(
          Verdict.likely(When.NOW, why.toArray(Evidence[]::new)), readOnly.path(), mounts);
    }
    if (twice) {
      return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new));
    }
    MountPoint logs = mounts == null ? null : mounts.holding("/var/log");
    return why.isEmpty() && mounts != null && mounts.live() && logs != null
        ? Verdict.ruledOut(When.NOW, state(mounts, logs, "rw"))
        : Verdict.inconclusive(Phrase.of("because.filesystem-read-only.open")).hinting(why);
  }

  private static @Nullable MountPoint readOnly(Mounts mounts, Facts facts) {
    return Stream.of(facts.value(GuestFacts.AGENT_FOLDER), "/var/log", "/etc/azure", "/")
        .filter(Objects::nonNull)
        .map(mounts::holding)
        .filter(point -> point != null && point.options().contains("ro"))
        .filter(point -> point != null && isMeantForWriting(point.path(), facts))
        .findFirst()
        .orElse(null);
  }

  /** What the boot table does not name may be meant to be read-only. */
  private static boolean isMeantForWriting(String path, Facts facts) {
    Mounts boot = facts.value(SnapshotFacts.BOOT_MOUNTS);
    return boot != null
        && boot.points().stream()
            .anyMatch(point -> point.path().equals(path) && !point.options().contains("ro"));
  }

  private static List<Evidence> kernelLines(Facts facts) {
    return StorageLines.all(facts, REMOUNTS).stream()
        .limit(2)
        .map(
            event ->
                Agreement.line(
                    SnapshotFacts.KERNEL_LOG,
                    event,
                    Phrase.of("evidence.filesystem-read-only.kernel")))
        .toList();
  }

  /** Flatcar has a system folder that is read-only for good. */
  private static List<Evidence> agentLines(Facts facts) {
    return Agreement.lines(facts, GuestFacts.AGENT_LOG, Set.of("wa-errno-30")).stream()
        .filter(event -> !event.text().contains("/lib/systemd"))
        .limit(2)
        .map(event -> Agreement.line(GuestFacts.AGENT_LOG, event))
        .toList();
  }

  private static Evidence state(Mounts mounts, MountPoint point, String what) {
    return Evidence.of(
            GuestFacts.MOUNTS,
            Phrase.of("evidence.filesystem-read-only." + what, "mount", point.path()))
        .withExcerpt(point.path() + " " + String.join(",", point.options()))
        .withPlace(mounts.table(), point.line());
  }
}
