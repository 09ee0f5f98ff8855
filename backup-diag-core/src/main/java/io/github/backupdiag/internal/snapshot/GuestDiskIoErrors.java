package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernel reports input/output errors of a disk that takes part, and the agent, the extension or
 * a code agrees (guest.linux.kernel.storage-errors).
 */
public final class GuestDiskIoErrors implements Diagnostic {

  private static final Set<String> KERNEL =
      Set.of("k-ioerror", "k-medium", "k-bufferio", "k-xfs-shutdown");
  private static final Set<String> CODES =
      Set.of(
          "VMSnapshotLinux.121",
          "VMSnapshotLinux.122",
          "VMSnapshotLinux.123",
          "UserErrorFsFreezeFailed");
  private static final String ERRNO = "[Errno 5]";
  private static final String TEXT = "Input/output error";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.guest-disk-io-errors", "guest-disk-io-errors")
          .needs(SnapshotFacts.KERNEL_LOG)
          .helpful(
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              GuestFacts.MOUNTS,
              SnapshotFacts.DISKS,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.kernel.storage-errors");

  /** Made by {@code ServiceLoader}. */
  public GuestDiskIoErrors() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<LogEvent> kernel = StorageLines.all(facts, KERNEL);
    if (kernel.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-disk-io-errors.no-line"));
    }
    List<Evidence> why =
        new ArrayList<>(kernel.stream().limit(3).map(GuestDiskIoErrors::said).toList());
    List<Evidence> agreeing = new ArrayList<>(Agreement.codes(facts, CODES));
    addErrors(GuestFacts.AGENT_LOG, facts, agreeing);
    addErrors(GuestFacts.EXTENSION_LOG, facts, agreeing);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-disk-io-errors.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    String device = StorageLines.device(kernel.get(0));
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new))
        .with("device", device == null ? "" : "/dev/" + device);
  }

  private static void addErrors(FactKey<LogEvents> log, Facts facts, List<Evidence> found) {
    LogEvents events = facts.value(log);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (events == null) {
      return;
    }
    events.events().stream()
        .filter(event -> event.text().contains(ERRNO) || event.text().contains(TEXT))
        .filter(event -> isInside(event, window))
        .limit(2)
        .forEach(event -> found.add(Agreement.line(log, event)));
  }

  private static boolean isInside(LogEvent event, @Nullable JobWindow window) {
    return window != null && window.contains(event.time());
  }

  private static Evidence said(LogEvent event) {
    return Agreement.line(
        SnapshotFacts.KERNEL_LOG, event, Phrase.of("evidence.guest-disk-io-errors.kernel"));
  }
}
