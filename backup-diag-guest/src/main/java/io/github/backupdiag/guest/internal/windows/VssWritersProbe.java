package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.VssWriterList;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the VSS writers (guest.windows.vss.writers). The list calls every writer, so it is not
 * asked for while a backup seems to run: the log of the extension is then minutes old.
 */
public final class VssWritersProbe extends WindowsProbe {

  private static final List<Question<?>> QUESTIONS = List.of(VssAdmin.WRITERS, Console.CODE_PAGE);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(190);
  private static final String SOURCE = "vssadmin list writers";

  /** Made by {@code ServiceLoader}. */
  public VssWritersProbe() {
    super(
        describe("guest.windows.vss-writers", WindowsFacts.VSS_WRITERS)
            .withNeeds(GuestFacts.OS, WindowsFacts.EXTENSION_LOG, BackupFacts.CLOCK_NOW)
            .withChecks("guest.windows.vss.writers")
            .withAccessNeeds(needs(QUESTIONS))
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return isBackupRunning(context) ? List.of() : QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    if (isBackupRunning(context)) {
      return Observations.builder()
          .unavailable(
              WindowsFacts.VSS_WRITERS,
              UnavailableReason.NOT_RECORDED,
              "not asked, since a backup seems to be running")
          .build();
    }
    String text = VssAdmin.text(answers, VssAdmin.WRITERS);
    List<VssWriter> writers = text == null ? List.of() : VssWriterList.parse(text);
    if (writers.isEmpty() && !VssAdmin.saysNone(answers, VssAdmin.WRITERS)) {
      return Seen.unavailable(
          WindowsFacts.VSS_WRITERS, VssAdmin.refusal(answers, VssAdmin.WRITERS));
    }
    boolean whole = VssAdmin.isWhole(answers, VssAdmin.WRITERS);
    return Observations.builder()
        .observed(
            WindowsFacts.VSS_WRITERS, new VssWriters(SOURCE, writers, whole), SOURCE, now(context))
        .build();
  }

  private static boolean isBackupRunning(ProbeContext context) {
    Instant now = now(context);
    Instant written =
        context.get(WindowsFacts.EXTENSION_LOG) instanceof Observed<LogEvents> log
            ? log.value().newest()
            : null;
    return now != null && written != null && written.isAfter(now.minus(PAUSE));
  }

  private static @Nullable Instant now(ProbeContext context) {
    return context.get(BackupFacts.CLOCK_NOW) instanceof Observed<Instant> now ? now.value() : null;
  }
}
