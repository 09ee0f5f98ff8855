package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.GoodBackup;
import io.github.backupdiag.fact.backup.GoodBackup.Consistency;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup that ended well between the failure and the list of writers. A failed state was measured
 * right after such runs (windows-vss.json, {@code residueWhen}), so the list no longer speaks of
 * the failure. If the newest point of known kind is consistent with the applications, every writer
 * took part in it; points that are not are what follows a failed writer by design, and tell
 * nothing.
 *
 * @param at when
 * @param consistency of its restore point
 * @param evidence where it was seen
 */
record LaterGoodBackup(Instant at, Consistency consistency, Evidence evidence) {

  private static final FactKey<LogEvents> LOG = GuestFacts.logEvents("vmsnapshot-windows");
  private static final String DONE = "vs-dosnapshot-good";
  private static final String TEXT = "evidence.vss-writer.good-backup.";

  /** A rule that asks for one declares these facts beside the list of writers. */
  static List<FactKey<?>> reads() {
    return List.of(BackupFacts.GOOD_BACKUPS, BackupFacts.FAILED_AT, LOG);
  }

  /** Gives the backup that counts, or null. */
  static @Nullable LaterGoodBackup in(Facts facts) {
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    if (failed == null) {
      return null;
    }
    Instant listed =
        facts.get(WindowsFacts.VSS_WRITERS) instanceof Observed<VssWriters> seen ? seen.at() : null;
    List<LaterGoodBackup> later = new ArrayList<>(told(facts));
    later.addAll(logged(facts));
    later.removeIf(good -> !good.at.isAfter(failed) || (listed != null && good.at.isAfter(listed)));
    later.sort(Comparator.comparing(LaterGoodBackup::at).reversed());
    return later.stream()
        .filter(good -> good.consistency != Consistency.UNKNOWN)
        .findFirst()
        .map(good -> good.isOfApplications() ? good : null)
        .orElseGet(() -> allUnknown(later));
  }

  private static @Nullable LaterGoodBackup allUnknown(List<LaterGoodBackup> later) {
    boolean unknown = later.stream().allMatch(good -> good.consistency == Consistency.UNKNOWN);
    return unknown && !later.isEmpty() ? later.get(0) : null;
  }

  boolean isOfApplications() {
    return consistency == Consistency.APPLICATION;
  }

  private static List<LaterGoodBackup> told(Facts facts) {
    List<GoodBackup> told = facts.value(BackupFacts.GOOD_BACKUPS);
    return told == null ? List.of() : told.stream().map(LaterGoodBackup::told).toList();
  }

  private static LaterGoodBackup told(GoodBackup good) {
    String what = good.consistency() == Consistency.APPLICATION ? "of-applications" : "later";
    return new LaterGoodBackup(
        good.at(),
        good.consistency(),
        Evidence.of(BackupFacts.GOOD_BACKUPS, Phrase.of(TEXT + what))
            .withExcerpt(good.text())
            .withPlace(good.source(), good.line())
            .withTime(good.at()));
  }

  private static List<LaterGoodBackup> logged(Facts facts) {
    LogEvents log = facts.value(LOG);
    List<LaterGoodBackup> logged = new ArrayList<>();
    for (LogEvent event : log == null ? List.<LogEvent>of() : log.events()) {
      Instant time = event.time();
      if (time != null && event.signature().equals(DONE)) {
        Evidence line =
            Evidence.of(LOG, Phrase.of(TEXT + "later"))
                .withExcerpt(event.text())
                .withPlace(event.file(), event.line())
                .withTime(time);
        logged.add(new LaterGoodBackup(time, Consistency.UNKNOWN, line));
      }
    }
    return logged;
  }
}
