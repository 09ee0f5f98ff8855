package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.PendingReboot;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/** Finds signs of a restart that Windows waits for (guest.windows.pending-reboot). */
public final class PendingRebootProbe extends WindowsProbe {

  private static final String SERVICING_KEY =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing";
  private static final List<String> KEYS =
      List.of(
          SERVICING_KEY + "\\RebootPending",
          "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update"
              + "\\RebootRequired");
  private static final List<Question<RegistryKey>> SIGNS =
      KEYS.stream().map(Question::registry).toList();
  private static final Question<RegistryKey> SERVICING = Question.registry(SERVICING_KEY);
  private static final Question<RegistryKey> SESSION =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(SIGNS, List.of(SERVICING, SESSION));

  /** Made by {@code ServiceLoader}. */
  public PendingRebootProbe() {
    super(
        describe("guest.windows.pending-reboot", WindowsSetupFacts.PENDING_REBOOT)
            .withChecks("guest.windows.pending-reboot")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      if (Seen.value(answers, SIGNS.get(i)) != null) {
        keys.add(KEYS.get(i));
      }
    }
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    RegistryKey session = Seen.value(answers, SESSION);
    if (keys.isEmpty() && (why != null || Seen.value(answers, SERVICING) == null)) {
      return Seen.unavailable(
          WindowsSetupFacts.PENDING_REBOOT,
          why == null ? WholeWindows.notRecorded(SERVICING_KEY) : why);
    }
    boolean renames = session != null && session.value("PendingFileRenameOperations").isPresent();
    return Observations.builder()
        .observed(WindowsSetupFacts.PENDING_REBOOT, new PendingReboot(keys, renames), SERVICING_KEY)
        .build();
  }
}
