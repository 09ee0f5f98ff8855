package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.parse.FreezeLog;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.ServiceLog;
import io.github.backupdiag.internal.parse.SignatureLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds known log lines in a text. A line whose head shows its log and a time that can be trusted
 * counts like one that was read there; any other one is a quoted line, which proves nothing. Made
 * once for a catalog, thread-safe.
 */
public final class PastedLogs {

  /** What a line of a log may tell: a failure, or that something went well. */
  private static final Set<String> SEVERITIES =
      Set.of("error", "warning", "info", "milestone", "benign");

  /** Only failures are worth quoting. */
  private static final Set<String> WELL = Set.of("info", "milestone");

  /** A shorter literal of a log is a word of everyday outside of it. */
  private static final int SHORTEST_QUOTE = 12;

  /** What systemd calls the agent; without it there is no line of its service. */
  private static final String AGENT_SERVICE = "Azure Linux Agent";

  private final Map<LineKind, SignatureLog> logs = new EnumMap<>(LineKind.class);
  private final SignatureLog quotes;

  /**
   * Makes a reader.
   *
   * @param catalog whose signatures are looked for
   */
  public PastedLogs(Catalog catalog) {
    List<LogSignature> known =
        catalog.signatures().stream()
            .filter(signature -> SEVERITIES.contains(signature.severity()))
            .filter(signature -> !signature.literal().isEmpty())
            .toList();
    for (LineKind kind : LineKind.values()) {
      List<LogSignature> own =
          known.stream()
              .filter(signature -> signature.log().equals(kind.log()))
              .filter(signature -> signature.os().contains(Os.LINUX))
              .toList();
      logs.put(kind, new SignatureLog(own, kind.style(), kind.start()));
    }
    quotes =
        new SignatureLog(
            known.stream()
                .filter(signature -> length(signature.literal()) >= SHORTEST_QUOTE)
                .filter(signature -> !WELL.contains(signature.severity()))
                .toList(),
            LogTime.Style.AGENT,
            RunStart.NONE);
  }

  /**
   * Reads a text.
   *
   * @param text any text
   * @param ofBackup true if it is known to speak of a backup, so that any guest in it is Azure's
   * @param facts takes what was found, with {@link BackupFacts#INPUT} as source
   */
  public void read(String text, boolean ofBackup, FactSet.Builder facts) {
    Excerpt excerpt = new Excerpt(text);
    List<LogEvent> quoted = new ArrayList<>(events(quotes, excerpt.of(null)).events());
    for (LineKind kind : excerpt.logs()) {
      LogEvents found = events(Objects.requireNonNull(logs.get(kind)), excerpt.of(kind));
      List<LogEvent> timed = found.events().stream().filter(event -> event.time() != null).toList();
      found.events().stream().filter(event -> event.time() == null).forEach(quoted::add);
      facts.observed(
          GuestFacts.logEvents(kind.log()),
          new LogEvents(timed, found.newest(), found.newestRun(), false),
          BackupFacts.INPUT);
    }
    if (excerpt.logs().contains(LineKind.EXTENSION)) {
      freeze(excerpt.of(LineKind.EXTENSION), facts);
    }
    if (!quoted.isEmpty()) {
      quoted.sort(Comparator.comparingLong(LogEvent::line));
      facts.observed(
          BackupFacts.QUOTED_LINES, new LogEvents(quoted, null, null, false), BackupFacts.INPUT);
    }
    PastedConfig.read(excerpt.lines(), facts);
    boolean unit = PastedUnit.read(excerpt.lines(), facts);
    boolean agent =
        unit
            || facts.build().contains(GuestFacts.AGENT_CONFIG)
            || excerpt.logs().stream().anyMatch(LineKind::isOfAzure);
    Versions.read(excerpt, agent || (ofBackup && !excerpt.logs().isEmpty()), facts);
    if (text.contains(AGENT_SERVICE)) {
      serviceLog(excerpt.of(null), facts);
    }
    FailedExtensions.read(excerpt, facts);
    HostAnswerText.read(excerpt, facts);
  }

  /** A character of East Asia tells as much as two others. */
  private static long length(String literal) {
    return literal.length() + literal.codePoints().filter(Character::isIdeographic).count();
  }

  private static LogEvents events(SignatureLog log, String lines) {
    return log.read(List.of(FileContent.of(BackupFacts.INPUT, lines)));
  }

  private static void serviceLog(String lines, FactSet.Builder facts) {
    AgentServiceLog log = ServiceLog.parse(FileContent.of(BackupFacts.INPUT, lines));
    if (log != null) {
      facts.observed(GuestFacts.AGENT_SERVICE_LOG, log, BackupFacts.INPUT, log.at());
    }
  }

  private static void freeze(String lines, FactSet.Builder facts) {
    FreezeRun run = FreezeLog.parse(FileContent.of(BackupFacts.INPUT, lines));
    if (run != null) {
      facts.observed(SnapshotFacts.FREEZE_RUN, run, BackupFacts.INPUT, run.at());
    }
  }
}
