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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The freeze helper names a mount point that it could not open while the backup failed. */
public final class MountNotOpened implements Diagnostic {

  private static final Set<String> CODES =
      Set.of("VMSnapshotLinux.123", "UserErrorUnableToOpenMount");
  private static final Set<String> LINES =
      Set.of("ext-freeze-open-failed", "ext-freeze-enable-failed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.mount-not-opened", "mount-not-accessible")
          .needs(GuestFacts.EXTENSION_LOG)
          .helpful(BackupFacts.WINDOW, BackupFacts.MATCHES, BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public MountNotOpened() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FreezeFailure> failures =
        Stream.of(
                FreezeFailure.of(facts, "ext-bin-open-failed", "Failed to open: "),
                FreezeFailure.of(facts, "ext-bin-stat-failed", "Failed to stat: "),
                FreezeFailure.of(facts, "ext-bin-not-dir", "Path not a directory: "))
            .flatMap(List::stream)
            .toList();
    if (failures.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-not-opened.no-line"));
    }
    FreezeFailure failure = failures.get(0);
    List<Evidence> why = new ArrayList<>();
    why.add(
        failure.evidence(Phrase.of("evidence.mount-not-opened.failed", "mount", failure.mount())));
    List<Evidence> agreeing = Agreement.of(facts, CODES, LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-not-opened.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new))
        .with("mount", failure.mount());
  }
}
