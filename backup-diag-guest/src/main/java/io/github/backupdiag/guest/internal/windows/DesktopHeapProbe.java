package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.DesktopHeap;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.SharedSection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/** Reads how large desktop heaps may be (guest.windows.desktop-heap); not how full they are. */
public final class DesktopHeapProbe extends WindowsProbe {

  private static final String KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\SubSystems";
  private static final Question<RegistryKey> SUBSYSTEMS = Question.registry(KEY);

  /** Made by {@code ServiceLoader}. */
  public DesktopHeapProbe() {
    super(
        describe("guest.windows.desktop-heap", WindowsSetupFacts.DESKTOP_HEAP)
            .withChecks("guest.windows.desktop-heap")
            .withAccessNeeds(needs(List.of(SUBSYSTEMS))));
  }

  @Override
  List<Question<RegistryKey>> questions(Answers soFar, ProbeContext context) {
    return List.of(SUBSYSTEMS);
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey key = Seen.value(answers, SUBSYSTEMS);
    if (key == null) {
      return Seen.nothing(WindowsSetupFacts.DESKTOP_HEAP, answers, List.of(SUBSYSTEMS), KEY);
    }
    DesktopHeap heap = SharedSection.parse(KEY, key.text("Windows").orElse(""));
    return heap == null
        ? Observations.builder().absent(WindowsSetupFacts.DESKTOP_HEAP, KEY).build()
        : Observations.builder().observed(WindowsSetupFacts.DESKTOP_HEAP, heap, KEY).build();
  }
}
