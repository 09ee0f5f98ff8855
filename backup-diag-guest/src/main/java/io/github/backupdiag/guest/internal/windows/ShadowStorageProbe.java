package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.ShadowStorages;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ShadowStorageList;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads where shadow copies are stored, and how many there are (guest.windows.vss.shadow-storage).
 */
public final class ShadowStorageProbe extends WindowsProbe {

  private static final List<Question<?>> QUESTIONS =
      List.of(VssAdmin.STORAGE, VssAdmin.SHADOWS, Console.CODE_PAGE);
  private static final Duration TIMEOUT = Duration.ofSeconds(70);
  private static final String SOURCE = "vssadmin list shadowstorage";

  /** Made by {@code ServiceLoader}. */
  public ShadowStorageProbe() {
    super(
        describe("guest.windows.shadow-storage", WindowsVssFacts.SHADOW_STORAGE)
            .withNeeds(GuestFacts.OS, BackupFacts.CLOCK_NOW)
            .withChecks("guest.windows.vss.shadow-storage")
            .withAccessNeeds(needs(QUESTIONS))
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    String text = VssAdmin.text(answers, VssAdmin.STORAGE);
    List<ShadowStorage> storages = text == null ? List.of() : ShadowStorageList.parse(text);
    if (storages.isEmpty() && !VssAdmin.saysNone(answers, VssAdmin.STORAGE)) {
      return Seen.unavailable(
          WindowsVssFacts.SHADOW_STORAGE, VssAdmin.refusal(answers, VssAdmin.STORAGE));
    }
    String copies = VssAdmin.text(answers, VssAdmin.SHADOWS);
    boolean whole = VssAdmin.isWhole(answers, VssAdmin.STORAGE);
    Instant now =
        context.get(BackupFacts.CLOCK_NOW) instanceof Observed<Instant> seen ? seen.value() : null;
    return Observations.builder()
        .observed(
            WindowsVssFacts.SHADOW_STORAGE,
            new ShadowStorages(
                SOURCE,
                storages,
                copies == null ? List.of() : ShadowStorageList.copies(copies),
                whole),
            SOURCE,
            now)
        .build();
  }
}
