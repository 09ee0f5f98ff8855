package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.RegistrySwitch;
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
import java.util.OptionalLong;

/** Reads the switches of .NET for encryption (guest.windows.reg.strong-crypto). */
public final class TlsSwitchesProbe extends WindowsProbe {

  private static final List<String> NAMES =
      List.of("SchUseStrongCrypto", "SystemDefaultTlsVersions");
  private static final List<String> KEYS =
      List.of(
          "HKLM\\SOFTWARE\\Microsoft\\.NETFramework",
          "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework");
  private static final List<Question<RegistryKey>> FRAMEWORKS =
      KEYS.stream().map(key -> Question.registry(key, 1)).toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(FRAMEWORKS);

  /** Made by {@code ServiceLoader}. */
  public TlsSwitchesProbe() {
    super(
        describe("guest.windows.tls-switches", WindowsSetupFacts.TLS_SWITCHES)
            .withChecks("guest.windows.reg.strong-crypto")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<RegistrySwitch> found = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      RegistryKey framework = Seen.value(answers, FRAMEWORKS.get(i));
      for (RegistryKey version : framework == null ? List.<RegistryKey>of() : framework.keys()) {
        if (version.name().matches("[vV]\\d.*")) {
          add(KEYS.get(i) + "\\" + version.name(), version, found);
        }
      }
    }
    Unavailable<?> why = Seen.refusal(answers, FRAMEWORKS);
    boolean nothing = Seen.value(answers, FRAMEWORKS.get(0)) == null;
    if (found.isEmpty() && (why != null || nothing)) {
      return Seen.unavailable(
          WindowsSetupFacts.TLS_SWITCHES,
          why == null ? WholeWindows.notRecorded(KEYS.get(0)) : why);
    }
    return Observations.builder()
        .observed(WindowsSetupFacts.TLS_SWITCHES, found, KEYS.get(0))
        .build();
  }

  private static void add(String key, RegistryKey version, List<RegistrySwitch> found) {
    for (String name : NAMES) {
      OptionalLong value = version.number(name);
      if (value.isPresent()) {
        found.add(new RegistrySwitch(key, name, value.getAsLong()));
      }
    }
  }
}
