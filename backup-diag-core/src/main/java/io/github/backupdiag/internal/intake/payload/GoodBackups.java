package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.GoodBackup;
import io.github.backupdiag.fact.backup.GoodBackup.Consistency;
import io.github.backupdiag.fact.backup.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Backups of an input that ended well. Facts are of one VM: where failures of several are told, or
 * the good backup is that of another one, it tells nothing.
 */
final class GoodBackups {

  private static final int MOST = 1_000;

  private final List<GoodBackup> all = new ArrayList<>();

  /** Adds one, if its time is known. */
  void add(@Nullable Instant at, String type, ResourceIds ids, Place place, String text) {
    if (at != null && all.size() < MOST) {
      all.add(
          new GoodBackup(
              at, consistency(type), ids.vm(), BackupFacts.INPUT, place.node().line(), text));
    }
  }

  /** Such as {@code AppConsistent} ({@code recoveryPointType} of the REST interface). */
  private static Consistency consistency(String type) {
    String folded = Node.folded(type);
    if (folded.startsWith("app")) {
      return Consistency.APPLICATION;
    }
    if (folded.startsWith("filesystem")) {
      return Consistency.FILE_SYSTEM;
    }
    return folded.startsWith("crash") ? Consistency.CRASH : Consistency.UNKNOWN;
  }

  void tell(List<Incident> incidents, FactSet.Builder facts) {
    Set<String> failed = new HashSet<>();
    for (Incident incident : incidents) {
      String vm = incident.vm();
      if (vm != null) {
        failed.add(name(vm));
      }
    }
    List<GoodBackup> ofTheOne =
        all.stream()
            .filter(good -> isOf(failed, good.vm()))
            .sorted(Comparator.comparing(GoodBackup::at))
            .toList();
    if (!ofTheOne.isEmpty()) {
      facts.observed(BackupFacts.GOOD_BACKUPS, ofTheOne, BackupFacts.INPUT);
    }
  }

  private static boolean isOf(Set<String> failed, @Nullable String vm) {
    return failed.size() <= 1 && (failed.isEmpty() || vm == null || failed.contains(name(vm)));
  }

  /** An id and a name may be of the same VM. */
  private static String name(String vm) {
    return vm.substring(vm.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
