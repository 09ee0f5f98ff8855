package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.WindowsBuild;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;
import java.util.Locale;

/** Tells version and word size of Windows (guest.windows.os). */
public final class WindowsBuildProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  private static final Question<RegistryKey> VERSION = Question.registry(KEY);
  private static final Question<PathEntry> SMALL_PROGRAMS = Question.stat("C:/Windows/SysWOW64");
  private static final List<Question<?>> QUESTIONS =
      List.of(VERSION, SMALL_PROGRAMS, WholeWindows.KERNEL);

  /** Made by {@code ServiceLoader}. */
  public WindowsBuildProbe() {
    super(
        describe("guest.windows.build", WindowsSetupFacts.BUILD)
            .withChecks("guest.windows.os")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey version = Seen.value(answers, VERSION);
    if (version == null) {
      return Seen.nothing(WindowsSetupFacts.BUILD, answers, List.of(VERSION), KEY);
    }
    String number = version.text("CurrentBuildNumber").orElse("");
    boolean server =
        version.text("InstallationType").orElse("").toLowerCase(Locale.ROOT).startsWith("server");
    return Observations.builder()
        .observed(
            WindowsSetupFacts.BUILD,
            new WindowsBuild(
                version.text("ProductName").orElse(""),
                number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0,
                server,
                bits(answers),
                KEY),
            KEY)
        .build();
  }

  /** Only a 64-bit Windows has a folder for 32-bit programs. */
  private static int bits(Answers answers) {
    if (Seen.value(answers, SMALL_PROGRAMS) != null) {
      return 64;
    }
    boolean certain =
        WholeWindows.isSeen(answers) && Seen.refusal(answers, List.of(SMALL_PROGRAMS)) == null;
    return certain ? 32 : 0;
  }
}
