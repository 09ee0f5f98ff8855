package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.RuntimeLibraries;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/** Finds the Visual C++ 2013 runtime (guest.windows.vcredist). */
public final class RuntimeLibrariesProbe extends WindowsProbe {

  private static final List<Question<PathEntry>> LIBRARIES =
      RuntimeLibraries.NAMES.stream()
          .map(name -> Question.stat(RuntimeLibraries.FOLDER + "/" + name))
          .toList();
  private static final Question<RegistryKey> NOTED =
      Question.registry("HKLM\\SOFTWARE\\Microsoft\\VisualStudio\\12.0\\VC\\Runtimes\\x64");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(LIBRARIES, List.of(NOTED, WholeWindows.KERNEL));

  /** Made by {@code ServiceLoader}. */
  public RuntimeLibrariesProbe() {
    super(
        describe("guest.windows.runtime-libraries", WindowsSetupFacts.RUNTIME_LIBRARIES)
            .withChecks("guest.windows.vcredist")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<String> files = new ArrayList<>();
    for (Question<PathEntry> library : LIBRARIES) {
      PathEntry entry = Seen.value(answers, library);
      if (entry != null) {
        files.add(entry.path());
      }
    }
    Unavailable<?> why = Seen.refusal(answers, LIBRARIES);
    boolean all = files.size() == LIBRARIES.size();
    if (!all && (why != null || !WholeWindows.isSeen(answers))) {
      return Seen.unavailable(
          WindowsSetupFacts.RUNTIME_LIBRARIES, why == null ? WholeWindows.part(answers) : why);
    }
    RegistryKey noted = Seen.value(answers, NOTED);
    String version = noted == null ? "" : noted.text("Version").orElse("");
    return Observations.builder()
        .observed(
            WindowsSetupFacts.RUNTIME_LIBRARIES,
            new RuntimeLibraries(files, version),
            RuntimeLibraries.FOLDER)
        .build();
  }
}
