package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the list of writers says, and when it was made. */
final class Writers {

  /** Codes that say that a writer failed. */
  static final Set<String> CODES =
      Set.of("ExtensionFailedVssWriterInBadState", "VMRestorePointClientError.VssWriters");

  private static final int AT_THE_END = 12;
  private static final int MOST = 5;

  private Writers() {}

  /** A failure of the last phase comes behind the snapshot and does not spoil it. */
  static boolean spoiltTheSnapshot(VssWriter writer) {
    return writer.isFailed() && writer.state() < AT_THE_END;
  }

  /** Writers of a list that is not of another time than the job. */
  static List<VssWriter> in(Facts facts, Predicate<VssWriter> wanted) {
    VssWriters writers = facts.value(WindowsFacts.VSS_WRITERS);
    return writers == null || moment(facts) == Moment.OUTSIDE
        ? List.of()
        : writers.writers().stream().filter(wanted).toList();
  }

  /** Needs {@code WINDOW} among the declared facts. */
  static Moment moment(Facts facts) {
    Instant at =
        facts.get(WindowsFacts.VSS_WRITERS) instanceof Observed<VssWriters> seen ? seen.at() : null;
    return Moment.of(at, facts.value(BackupFacts.WINDOW));
  }

  /** Of failed writers in a list that was made after a good backup. */
  static Verdict residue(LaterGoodBackup good, List<Evidence> failed, List<Evidence> codes) {
    if (good.isOfApplications()) {
      return Verdict.inconclusive(Phrase.of("because.vss-writer.residue")).hinting(codes);
    }
    List<Evidence> hints = new ArrayList<>(failed);
    hints.add(good.evidence());
    return Verdict.inconclusive(Phrase.of("because.vss-writer.perhaps-residue")).hinting(hints);
  }

  static FactKey<?>[] readsWith(FactKey<?>... own) {
    List<FactKey<?>> all = new ArrayList<>(List.of(own));
    all.addAll(LaterGoodBackup.reads());
    return all.toArray(new FactKey<?>[0]);
  }

  static List<Evidence> failed(Facts facts, List<VssWriter> writers) {
    return writers.stream().limit(MOST).map(writer -> failed(facts, writer)).toList();
  }

  private static Evidence failed(Facts facts, VssWriter writer) {
    String name = writer.name().isEmpty() ? writer.writerId() : writer.name();
    return evidence(
            facts,
            Phrase.of(
                "evidence.vss-writer.failed",
                "name",
                name,
                "state",
                String.valueOf(writer.state())),
            writer.line())
        .withExcerpt((name + " [" + writer.state() + "] " + writer.errorText()).strip());
  }

  static Evidence evidence(Facts facts, Phrase text, long line) {
    Evidence evidence = Evidence.of(WindowsFacts.VSS_WRITERS, text);
    return facts.get(WindowsFacts.VSS_WRITERS) instanceof Observed<VssWriters> seen
        ? evidence.withPlace(seen.value().source(), line).withTime(seen.at())
        : evidence;
  }
}
