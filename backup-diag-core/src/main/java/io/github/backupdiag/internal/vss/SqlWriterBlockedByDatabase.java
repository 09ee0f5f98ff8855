package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SqlWriterError;
import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL Writer logged an error at the time of the job (guest.windows.sql-writer-log), and a code of
 * the failure is one of a writer. The number of a database that lies on several volumes is that of
 * another cause. The log is in local time: without the zone of the guest it decides nothing.
 */
public final class SqlWriterBlockedByDatabase implements Diagnostic {

  private static final int MOST = 3;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.sql-writer-blocked-by-database", "sql-writer-blocked-by-database")
          .helpful(
              WindowsVssFacts.SQL_WRITER_LOG,
              WindowsFacts.EVENTS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.sql-writer-log");

  /** Made by {@code ServiceLoader}. */
  public SqlWriterBlockedByDatabase() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SqlWriterLog log = facts.value(WindowsVssFacts.SQL_WRITER_LOG);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (log == null || window == null) {
      return Verdict.inconclusive(Phrase.of("because.sql-writer-blocked-by-database.not-seen"));
    }
    List<SqlWriterError> then =
        log.errors().stream().filter(error -> window.contains(error.time())).toList();
    if (then.isEmpty()) {
      return worked(facts, log, window);
    }
    List<SqlWriterError> blocked =
        then.stream().filter(error -> !error.number().equals(SqlWriterError.TORN)).toList();
    if (blocked.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.sql-writer-blocked-by-database.torn"));
    }
    List<Evidence> found = new ArrayList<>(evidence(blocked));
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    found.addAll(codes);
    return codes.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.sql-writer-blocked-by-database.alone"))
            .hinting(found)
        : Verdict.likely(When.AT_FAILURE, found.toArray(Evidence[]::new));
  }

  /** Only a writer that took part in the job and complained nowhere was not blocked. */
  private static Verdict worked(Facts facts, SqlWriterLog log, JobWindow window) {
    List<SqlWriterError> untimed =
        log.errors().stream().filter(error -> error.time() == null).toList();
    boolean complained =
        !EventEvidence.in(facts, event -> event.isBy("SQLWRITER") || event.isBy("SQLVDI"))
            .isEmpty();
    if (window.contains(log.newest()) && untimed.isEmpty() && !complained) {
      return Verdict.ruledOut(When.AT_FAILURE, evidence("worked", null));
    }
    return Verdict.inconclusive(Phrase.of("because.sql-writer-blocked-by-database.not-then"))
        .hinting(evidence(untimed));
  }

  private static List<Evidence> evidence(List<SqlWriterError> errors) {
    return errors.subList(Math.max(0, errors.size() - MOST), errors.size()).stream()
        .map(error -> evidence("error", error))
        .toList();
  }

  private static Evidence evidence(String kind, @Nullable SqlWriterError error) {
    String phrase = "evidence.sql-writer-blocked-by-database." + kind;
    return error == null
        ? Evidence.of(WindowsVssFacts.SQL_WRITER_LOG, Phrase.of(phrase))
        : Evidence.of(WindowsVssFacts.SQL_WRITER_LOG, Phrase.of(phrase, "number", error.number()))
            .withExcerpt(error.text())
            .withPlace(error.path(), error.line())
            .withTime(error.time());
  }
}
