package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.BitLockerVolume.State;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;

/**
 * BitLocker locks a volume now (guest.windows.bitlocker, which proves). The translated list shows
 * it by what it cannot tell of such a volume, so that it is no more than likely.
 */
public final class BitlockerVolumeLocked implements Diagnostic {

  private static final int MOST = 3;
  private static final String CODE = "ExtensionSnapshotBitlockerError";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.bitlocker-volume-locked", "bitlocker-volume-locked")
          .needs(WindowsSetupFacts.BITLOCKER_VOLUMES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.bitlocker");

  /** Made by {@code ServiceLoader}. */
  public BitlockerVolumeLocked() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    if (facts.get(WindowsSetupFacts.BITLOCKER_VOLUMES) instanceof Absent) {
      return Verdict.notApplicable(Phrase.of("because.bitlocker-volume-locked.not-installed"));
    }
    List<BitLockerVolume> volumes = facts.value(WindowsSetupFacts.BITLOCKER_VOLUMES);
    if (volumes == null || volumes.isEmpty()) {
      return WindowsTraces.notSeen(WindowsSetupFacts.BITLOCKER_VOLUMES);
    }
    List<BitLockerVolume> locked =
        volumes.stream().filter(volume -> volume.state() == State.LOCKED).toList();
    if (!locked.isEmpty()) {
      return locked(facts, locked);
    }
    return volumes.stream().allMatch(volume -> volume.state() == State.OPEN)
        ? Verdict.ruledOut(
            When.NOW, evidence(facts, Phrase.of("evidence.bitlocker-volume-locked.none"), 0))
        : Verdict.inconclusive(Phrase.of("because.bitlocker-volume-locked.unclear"));
  }

  private static Verdict locked(Facts facts, List<BitLockerVolume> locked) {
    List<Evidence> found = new ArrayList<>();
    for (BitLockerVolume volume : locked.subList(0, Math.min(MOST, locked.size()))) {
      Phrase phrase =
          Phrase.of("evidence.bitlocker-volume-locked.locked", "volume", volume.volume());
      found.add(evidence(facts, phrase, volume.line()));
    }
    found.addAll(AgreeingCodes.in(facts, CODE::equals));
    Verdict.Confirmed verdict = Verdict.likely(When.NOW, found.toArray(Evidence[]::new));
    String first = locked.get(0).volume();
    return first.endsWith(":") ? verdict.with("drive", first) : verdict;
  }

  private static Evidence evidence(Facts facts, Phrase text, long line) {
    Evidence evidence = Evidence.of(WindowsSetupFacts.BITLOCKER_VOLUMES, text);
    return facts.get(WindowsSetupFacts.BITLOCKER_VOLUMES)
            instanceof Observed<List<BitLockerVolume>> seen
        ? evidence.withPlace(seen.source(), line)
        : evidence;
  }
}
