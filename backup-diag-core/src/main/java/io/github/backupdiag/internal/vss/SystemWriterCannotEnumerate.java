package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import io.github.backupdiag.internal.system.ClosedFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * System Writer is missing from a whole list, or failed (guest.windows.vss.writers), or what it has
 * to list is of a kind that it stumbles over (guest.windows.system-writer-inputs), and an event of
 * its host service or of VSS agrees. Either alone is judged elsewhere, with a code, or only hints.
 */
public final class SystemWriterCannotEnumerate implements Diagnostic {

  /** Class of System Writer. */
  static final String WRITER = "e8132975-6f93-4464-a53e-1050253ae220";

  private static final String TOO_LONG = "0x80070018";
  private static final Set<Integer> LISTING_FAILED = Set.of(512, 513);
  private static final int ROUTINE_FAILED = 8193;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.system-writer-cannot-enumerate", "system-writer-cannot-enumerate")
          .helpful(
              WindowsFacts.VSS_WRITERS,
              WindowsFacts.EVENTS,
              WindowsVssFacts.SYSTEM_WRITER_INPUTS,
              WindowsAgentFacts.FOLDER_RIGHTS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks(
              "guest.windows.vss.writers",
              "guest.windows.event.capi2-513",
              "guest.windows.system-writer-inputs");

  /** Made by {@code ServiceLoader}. */
  public SystemWriterCannotEnumerate() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> found =
        new ArrayList<>(
            Writers.failed(
                facts,
                Writers.in(
                    facts,
                    writer ->
                        Writers.spoiltTheSnapshot(writer) && writer.writerId().equals(WRITER))));
    if (isMissing(facts.value(WindowsFacts.VSS_WRITERS))) {
      found.add(
          Writers.evidence(facts, Phrase.of("evidence.system-writer-cannot-enumerate.missing"), 0));
    }
    found.addAll(SystemWriterStumbles.in(facts));
    found.addAll(ClosedFolders.of(facts, SystemWriterCannotEnumerate::isListed));
    if (found.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.system-writer-cannot-enumerate.listed"));
    }
    List<WindowsEvent> events = EventEvidence.in(facts, SystemWriterCannotEnumerate::tellsWhy);
    Moment moment = EventEvidence.best(facts, events);
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    found.addAll(EventEvidence.of(events));
    if (events.isEmpty() || (moment != Moment.AT_FAILURE && codes.isEmpty())) {
      return Verdict.inconclusive(Phrase.of("because.system-writer-cannot-enumerate.alone"))
          .hinting(found);
    }
    found.addAll(codes);
    return Verdict.likely(moment.when(), found.toArray(Evidence[]::new));
  }

  /** Where the files of Windows are noted that the writer has to list. */
  private static boolean isListed(FolderRight right) {
    return right.path().toLowerCase(Locale.ROOT).contains("/winsxs/");
  }

  private static boolean isMissing(@org.jspecify.annotations.Nullable VssWriters writers) {
    return writers != null
        && writers.whole()
        && !writers.writers().isEmpty()
        && writers.writers().stream().map(VssWriter::writerId).noneMatch(WRITER::equals);
  }

  private static boolean tellsWhy(WindowsEvent event) {
    return (event.isBy("CAPI2") && LISTING_FAILED.contains(event.id()))
        || (event.isBy("VSS") && event.id() == ROUTINE_FAILED && event.holds(TOO_LONG));
  }
}
