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
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A VSS writer failed: by its state or by an event (guest.windows.vss.writers). Neither is enough
 * alone, since a state of failure also remains after good runs; a code of the failure has to agree,
 * or an event of the time of the job that names the failed writer. A list that was made after a
 * later good backup is not of the failure any more.
 */
public final class VssWriterFailed implements Diagnostic {

  private static final Set<Integer> FAILURES = Set.of(8229, 12301, 12366);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.vss-writer-failed", "vss-writer-failed")
          .helpful(
              Writers.readsWith(
                  WindowsFacts.VSS_WRITERS,
                  WindowsFacts.EVENTS,
                  BackupFacts.MATCHES,
                  BackupFacts.SEEN_CODES,
                  BackupFacts.WINDOW))
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.vss.writers");

  /** Made by {@code ServiceLoader}. */
  public VssWriterFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<VssWriter> failed = Writers.in(facts, Writers::spoiltTheSnapshot);
    List<WindowsEvent> events =
        EventEvidence.in(facts, event -> event.isBy("VSS") && FAILURES.contains(event.id()));
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    LaterGoodBackup later = failed.isEmpty() ? null : LaterGoodBackup.in(facts);
    if (later != null && events.isEmpty()) {
      return residue(later, Writers.failed(facts, failed), codes);
    }
    List<Evidence> found = new ArrayList<>(Writers.failed(facts, failed));
    found.addAll(EventEvidence.of(events));
    if (found.isEmpty()) {
      return noFailure(facts);
    }
    if (codes.isEmpty() && !isNamedThen(facts, failed, events)) {
      return Verdict.inconclusive(Phrase.of("because.vss-writer-failed.alone")).hinting(found);
    }
    boolean then =
        EventEvidence.best(facts, events) == Moment.AT_FAILURE
            || (!failed.isEmpty() && Writers.moment(facts) == Moment.AT_FAILURE);
    found.addAll(codes);
    Verdict.Confirmed verdict =
        Verdict.likely(then ? When.AT_FAILURE : When.NOW, found.toArray(Evidence[]::new));
    String service = failed.isEmpty() ? null : WriterServices.of(failed.get(0).writerId());
    return service == null ? verdict : verdict.with("service", service);
  }

  /** A code still says that a writer failed then, even if all are well now. */
  private static Verdict residue(
      LaterGoodBackup later, List<Evidence> failed, List<Evidence> codes) {
    return later.isOfApplications() && codes.isEmpty()
        ? Verdict.ruledOut(When.NOW, later.evidence())
        : Writers.residue(later, failed, codes);
  }

  private static boolean isNamedThen(
      Facts facts, List<VssWriter> failed, List<WindowsEvent> events) {
    return events.stream()
        .filter(event -> EventEvidence.moment(facts, event) == Moment.AT_FAILURE)
        .anyMatch(
            event ->
                failed.stream()
                    .map(VssWriter::writerId)
                    .anyMatch(id -> !id.isEmpty() && event.holds(id)));
  }

  private static Verdict noFailure(Facts facts) {
    VssWriters writers = facts.value(WindowsFacts.VSS_WRITERS);
    boolean healthy =
        writers != null
            && writers.whole()
            && Writers.moment(facts) == Moment.AT_FAILURE
            && !writers.writers().isEmpty()
            && writers.writers().stream().allMatch(writer -> writer.state() == 1);
    return healthy
        ? Verdict.ruledOut(
            When.NOW, Writers.evidence(facts, Phrase.of("evidence.vss-writer.stable"), 0))
        : Verdict.inconclusive(Phrase.of("because.vss-writer-failed.none-failed"));
  }
}
