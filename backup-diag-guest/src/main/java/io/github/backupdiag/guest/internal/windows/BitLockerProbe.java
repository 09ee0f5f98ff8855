package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ManageBdeStatus;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.util.List;

/** Reads whether BitLocker locks a volume (guest.windows.bitlocker). */
public final class BitLockerProbe extends WindowsProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String LINE = "manage-bde.exe -status";
  private static final Question<CommandOutput> STATUS =
      new Question.Command(List.of("manage-bde.exe", "-status"), TIMEOUT);
  private static final List<Question<?>> QUESTIONS = List.of(STATUS, Console.CODE_PAGE);

  /** Made by {@code ServiceLoader}. */
  public BitLockerProbe() {
    super(
        describe("guest.windows.bitlocker", WindowsSetupFacts.BITLOCKER_VOLUMES)
            .withChecks("guest.windows.bitlocker")
            .withAccessNeeds(needs(QUESTIONS))
            .withTimeout(TIMEOUT.plusSeconds(10)));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    if (answers.to(STATUS) instanceof Absent<CommandOutput>) {
      return Observations.builder()
          .absent(WindowsSetupFacts.BITLOCKER_VOLUMES, "manage-bde.exe")
          .build();
    }
    if (answers.to(STATUS) instanceof Unavailable<CommandOutput> why) {
      return Seen.unavailable(WindowsSetupFacts.BITLOCKER_VOLUMES, why);
    }
    CommandOutput output = ((Observed<CommandOutput>) answers.to(STATUS)).value();
    List<BitLockerVolume> volumes = ManageBdeStatus.parse(Console.text(output, answers));
    return volumes.isEmpty() || output.exitStatus() != 0 || !output.isComplete()
        ? Seen.unavailable(
            WindowsSetupFacts.BITLOCKER_VOLUMES,
            new Unavailable<>(
                UnavailableReason.FAILED,
                LINE + " ended with " + output.exitStatus() + " and listed no volume to its end"))
        : Observations.builder()
            .observed(WindowsSetupFacts.BITLOCKER_VOLUMES, volumes, LINE)
            .build();
  }
}
