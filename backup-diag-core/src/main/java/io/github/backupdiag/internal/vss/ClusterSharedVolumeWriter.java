package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * The writer of cluster shared volumes rejects the snapshot (guest.windows.event.vss-8229): event
 * 8229 names it, and event 1544 of the cluster or a code of the failure agrees. With a time-out the
 * event speaks of load, whatever writer it names.
 */
public final class ClusterSharedVolumeWriter implements Diagnostic {

  private static final String WRITER = "1072ae1c-e5a7-4ea1-9e4a-6f7964656570";
  private static final String NAME = "Cluster Shared Volume VSS Writer";
  private static final String TIMED_OUT = "0x800423f2";
  private static final int REJECTED = 8229;
  private static final int CLUSTER_BACKUP_ENDED = 1544;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.cluster-shared-volume-writer", "cluster-shared-volume-writer")
          .helpful(
              WindowsFacts.EVENTS,
              WindowsFacts.VSS_WRITERS,
              WindowsVssFacts.CLUSTER_SERVICE,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.event.vss-8229", "guest.windows.cluster");

  /** Made by {@code ServiceLoader}. */
  public ClusterSharedVolumeWriter() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<WindowsEvent> rejected = EventEvidence.in(facts, ClusterSharedVolumeWriter::isRejected);
    List<VssWriter> failed =
        Writers.in(
            facts, writer -> Writers.spoiltTheSnapshot(writer) && writer.writerId().equals(WRITER));
    List<Evidence> found =
        new ArrayList<>(EventEvidence.of(rejected, "evidence.cluster-shared-volume-writer.names"));
    found.addAll(Writers.failed(facts, failed));
    if (found.isEmpty()) {
      return noTrace(facts);
    }
    List<WindowsEvent> cluster =
        EventEvidence.in(
            facts, event -> event.isBy("FailoverClustering") && event.id() == CLUSTER_BACKUP_ENDED);
    List<Evidence> agreeing = new ArrayList<>(EventEvidence.of(cluster));
    agreeing.addAll(AgreeingCodes.in(facts, Writers.CODES::contains));
    found.addAll(agreeing);
    if (agreeing.isEmpty() || rejected.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.cluster-shared-volume-writer.alone"))
          .hinting(found);
    }
    Moment moment = EventEvidence.best(facts, rejected);
    return Verdict.likely(moment.when(), found.toArray(Evidence[]::new));
  }

  /** Without the service there is no such writer. */
  private static Verdict noTrace(Facts facts) {
    return Boolean.FALSE.equals(facts.value(WindowsVssFacts.CLUSTER_SERVICE))
        ? Verdict.ruledOut(
            When.NOW,
            Evidence.of(
                WindowsVssFacts.CLUSTER_SERVICE,
                Phrase.of("evidence.cluster-shared-volume-writer.no-cluster")))
        : Verdict.inconclusive(Phrase.of("because.cluster-shared-volume-writer.no-trace"));
  }

  private static boolean isRejected(WindowsEvent event) {
    return event.isBy("VSS")
        && event.id() == REJECTED
        && (event.holds(WRITER) || event.holds(NAME))
        && !event.holds(TIMED_OUT);
  }
}
