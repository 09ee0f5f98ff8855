package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line in which the freeze helper names the mount it failed on (safefreeze.c).
 *
 * @param event the line
 * @param mount path of the mount
 * @param error what the system said, empty in lines of older versions
 */
record FreezeFailure(LogEvent event, String mount, String error) {

  /** Codes that say that the freeze failed. */
  static final Set<String> CODES = Set.of("VMSnapshotLinux.121", "UserErrorFsFreezeFailed");

  /** Lines that say so of the freeze as a whole. */
  static final Set<String> LINES =
      Set.of(
          "ext-freeze-some-failed",
          "ext-freeze-exception",
          "ext-freeze-do-failed",
          "ext-freeze-enable-failed",
          "ext-fsfreeze-flow-failed",
          "ext-guest-enable-exception");

  private static final String FREEZE = "ext-bin-fifreeze-failed";
  private static final Set<String> ANY =
      Set.of(
          FREEZE,
          "ext-bin-open-failed",
          "ext-freeze-timeout",
          "ext-freeze-timeout-status",
          "ext-freeze-open-failed",
          "ext-freeze-lock-busy",
          "ext-thaw-child-failure",
          "ext-bin-no-timely-thaw",
          "ext-m7-error");

  private static final String WITH = " with error";

  /** The mounts on which the freeze call failed in the failed job. */
  static List<FreezeFailure> all(Facts facts) {
    return of(facts, FREEZE, "Failed to FIFREEZE: ");
  }

  /** The mounts that a line of one form names in the failed job. */
  static List<FreezeFailure> of(Facts facts, String signature, String literal) {
    return Agreement.lines(facts, GuestFacts.EXTENSION_LOG, Set.of(signature)).stream()
        .map(event -> parse(event, literal))
        .filter(failure -> failure.mount().startsWith("/"))
        .toList();
  }

  private static FreezeFailure parse(LogEvent event, String literal) {
    String text = event.text();
    int at = text.indexOf(literal);
    String rest = at < 0 ? "" : text.substring(at + literal.length());
    int with = rest.indexOf(WITH);
    String mount = (with < 0 ? rest : rest.substring(0, with)).strip();
    int message = with < 0 ? -1 : rest.indexOf("message", with);
    int colon = message < 0 ? -1 : rest.indexOf(':', message);
    String error = colon < 0 ? "" : rest.substring(colon + 1).strip();
    return new FreezeFailure(event, mount, error);
  }

  /** True if the mount was frozen already. */
  boolean mayBeBusy() {
    return error.isEmpty() || error.toLowerCase(Locale.ROOT).contains("busy");
  }

  /** True if the file system says that it is damaged. */
  boolean isDamage() {
    return error.toLowerCase(Locale.ROOT).contains("needs cleaning");
  }

  Evidence evidence(Phrase text) {
    return Agreement.line(GuestFacts.EXTENSION_LOG, event, text);
  }

  /**
   * The freeze of the failed job, if it began and ended without complaint; else null. Needs {@code
   * VMBACKUP_CONF} among the declared facts, too.
   */
  static @Nullable Evidence clean(Facts facts) {
    if (isSilenced(facts.value(SnapshotFacts.VMBACKUP_CONF))) {
      return null;
    }
    FreezeRun run = facts.value(SnapshotFacts.FREEZE_RUN);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    boolean silent =
        facts.value(GuestFacts.EXTENSION_LOG) != null
            && Agreement.lines(facts, GuestFacts.EXTENSION_LOG, LINES).isEmpty()
            && Agreement.lines(facts, GuestFacts.EXTENSION_LOG, ANY).isEmpty();
    if (run == null || window == null || !silent || !run.ended() || !window.contains(run.at())) {
      return null;
    }
    return Evidence.of(SnapshotFacts.FREEZE_RUN, Phrase.of("evidence.snapshot.clean-freeze"))
        .withExcerpt(run.text())
        .withPlace(run.file(), run.line())
        .withTime(run.at());
  }

  /** The settings keep the lines of a freeze out of the log (backuplogger.py). */
  private static boolean isSilenced(@Nullable VmbackupConf conf) {
    VmbackupConf.Setting write = conf == null ? null : conf.find("WriteLog");
    VmbackupConf.Setting off = conf == null ? null : conf.find("LoggingOff");
    return (write != null && !write.value().equals("True"))
        || (off != null && off.value().equals("1"));
  }
}
