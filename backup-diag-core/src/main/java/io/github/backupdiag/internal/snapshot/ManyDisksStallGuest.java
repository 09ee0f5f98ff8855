package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * More than four disks were to be snapshotted in parallel, and the run got stuck in that
 * (guest.linux.snapshot.disk-count). Many disks alone are normal.
 */
public final class ManyDisksStallGuest implements Diagnostic {

  private static final int MOST = 4;
  private static final Set<String> LINES =
      Set.of(
          "ext-guest-mp-slow",
          "ext-guest-mp-failed",
          "ext-guest-parallel-failed",
          "ext-guest-retry-seq");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.many-disks-stall-guest", "many-disks-stall-guest")
          .needs(SnapshotFacts.DISKS)
          .helpful(
              SnapshotFacts.VMBACKUP_CONF,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.snapshot.disk-count", "guest.linux.vmbackup-conf.values");

  /** Made by {@code ServiceLoader}. */
  public ManyDisksStallGuest() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    GuestDisks disks = facts.value(SnapshotFacts.DISKS);
    if (disks == null) {
      return Verdict.inconclusive(Phrase.of("because.many-disks-stall-guest.not-counted"));
    }
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    VmbackupConf.Setting sequence = conf == null ? null : conf.find("seqsnapshot");
    if (conf != null && sequence != null && sequence.value().equals("2")) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  SnapshotFacts.VMBACKUP_CONF,
                  Phrase.of("evidence.many-disks-stall-guest.sequential"))
              .withExcerpt("seqsnapshot=2")
              .withPlace(conf.path(), sequence.line()));
    }
    if (disks.lasting().size() <= MOST) {
      return Verdict.ruledOut(When.NOW, count(disks));
    }
    List<Evidence> why = new ArrayList<>(List.of(count(disks)));
    List<Evidence> agreeing = Agreement.of(facts, Set.of(), LINES);
    // Unless it is known, one of them may be the temporary disk, which is not snapshotted.
    boolean few = disks.temporary() == null && disks.names().size() == MOST + 1;
    if (agreeing.isEmpty() || few) {
      return Verdict.inconclusive(Phrase.of("because.many-disks-stall-guest.no-line"));
    }
    why.addAll(agreeing);
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new));
  }

  private static Evidence count(GuestDisks disks) {
    return Evidence.of(
            SnapshotFacts.DISKS,
            Phrase.of(
                "evidence.many-disks-stall-guest.count",
                "count",
                String.valueOf(disks.lasting().size())))
        .withExcerpt(String.join(" ", disks.lasting()));
  }
}
