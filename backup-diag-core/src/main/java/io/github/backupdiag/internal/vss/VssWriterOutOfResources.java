package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A failed writer names a lack of resources as its last error (guest.windows.vss.writers), and a
 * code of the failure agrees.
 */
public final class VssWriterOutOfResources implements Diagnostic {

  private static final String OUT_OF_RESOURCES = "0x800423f1";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.vss-writer-out-of-resources", "vss-writer-out-of-resources")
          .helpful(
              Writers.readsWith(
                  WindowsFacts.VSS_WRITERS,
                  BackupFacts.MATCHES,
                  BackupFacts.SEEN_CODES,
                  BackupFacts.WINDOW))
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.vss.writers");

  /** Made by {@code ServiceLoader}. */
  public VssWriterOutOfResources() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<VssWriter> failed =
        Writers.in(
            facts,
            writer -> Writers.spoiltTheSnapshot(writer) && writer.error().equals(OUT_OF_RESOURCES));
    if (failed.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.vss-writer-out-of-resources.none"));
    }
    LaterGoodBackup later = LaterGoodBackup.in(facts);
    if (later != null) {
      return Writers.residue(later, Writers.failed(facts, failed), List.of());
    }
    List<Evidence> found = new ArrayList<>(Writers.failed(facts, failed));
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    if (codes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.vss-writer-failed.alone")).hinting(found);
    }
    found.addAll(codes);
    return Verdict.likely(Writers.moment(facts).when(), found.toArray(Evidence[]::new));
  }
}
