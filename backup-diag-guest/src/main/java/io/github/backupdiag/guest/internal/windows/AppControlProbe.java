package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AppControlPolicy;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds policies that say which programs may run (guest.windows.app-control). */
public final class AppControlProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\SrpV2";

  /** Kinds of AppLocker rules that the extension can meet. */
  private static final Set<String> KINDS = Set.of("exe", "dll", "script");

  private static final Question<RegistryKey> APP_LOCKER = Question.registry(KEY, 2);
  private static final Question<RegistryKey> POLICIES =
      Question.registry("HKLM\\SOFTWARE\\Policies");
  private static final Question<PathEntries> ACTIVE =
      Question.listing("C:/Windows/System32/CodeIntegrity/CiPolicies/Active/*.cip");
  private static final Question<PathEntry> SINGLE =
      Question.stat("C:/Windows/System32/CodeIntegrity/SiPolicy.p7b");
  private static final List<Question<?>> QUESTIONS =
      List.of(APP_LOCKER, POLICIES, ACTIVE, SINGLE, WholeWindows.KERNEL);

  /** Made by {@code ServiceLoader}. */
  public AppControlProbe() {
    super(
        describe("guest.windows.app-control", WindowsAgentFacts.APP_CONTROL)
            .withChecks("guest.windows.app-control")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<String> blocking = new ArrayList<>();
    List<String> auditing = new ArrayList<>();
    RegistryKey rules = Seen.value(answers, APP_LOCKER);
    for (RegistryKey kind : rules == null ? List.<RegistryKey>of() : rules.keys()) {
      if (KINDS.contains(kind.name().toLowerCase(Locale.ROOT)) && !kind.keys().isEmpty()) {
        boolean audit = kind.number("EnforcementMode").orElse(1) == 0;
        (audit ? auditing : blocking).add(KEY + "\\" + kind.name());
      }
    }
    blocking.addAll(Seen.paths(answers, ACTIVE));
    PathEntry single = Seen.value(answers, SINGLE);
    if (single != null) {
      blocking.add(single.path());
    }
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    if (blocking.isEmpty() && why != null) {
      return Seen.unavailable(WindowsAgentFacts.APP_CONTROL, why);
    }
    boolean known = Seen.value(answers, POLICIES) != null && WholeWindows.isSeen(answers);
    return blocking.isEmpty() && !known
        ? Seen.unavailable(WindowsAgentFacts.APP_CONTROL, WholeWindows.part(answers))
        : Observations.builder()
            .observed(WindowsAgentFacts.APP_CONTROL, new AppControlPolicy(blocking, auditing), KEY)
            .build();
  }
}
