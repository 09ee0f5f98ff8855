package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.FilterDriver;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.internal.parse.FilterDriverList;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Reads which drivers watch files, and what Microsoft Defender leaves alone
 * (guest.windows.antivirus-exclusions). Exclusions of other products cannot be read.
 */
public final class AntivirusProbe extends WindowsProbe {

  private static final String LINE = "fltmc.exe filters";
  private static final String PATHS = "Microsoft\\Windows Defender\\Exclusions\\Paths";
  private static final Question<CommandOutput> FILTERS =
      new Question.Command(List.of("fltmc.exe", "filters"), Duration.ofSeconds(15));
  private static final List<Question<RegistryKey>> EXCLUSIONS =
      List.of(
          Question.registry("HKLM\\SOFTWARE\\" + PATHS),
          Question.registry("HKLM\\SOFTWARE\\Policies\\" + PATHS));

  /** Made by {@code ServiceLoader}. */
  public AntivirusProbe() {
    super(
        describe(
                "guest.windows.antivirus",
                WindowsSetupFacts.FILTER_DRIVERS,
                WindowsSetupFacts.DEFENDER_EXCLUSIONS)
            .withChecks("guest.windows.antivirus-exclusions")
            .withAccessNeeds(needs(questions())));
  }

  private static List<Question<?>> questions() {
    return Questions.all(EXCLUSIONS, List.of(FILTERS, Console.CODE_PAGE));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return questions();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observations.Builder seen = Observations.builder();
    exclusions(answers, seen);
    CommandOutput output = Seen.value(answers, FILTERS);
    List<FilterDriver> drivers =
        output == null ? List.of() : FilterDriverList.parse(Console.text(output, answers));
    if (drivers.isEmpty()) {
      Unavailable<?> why = refusal(answers);
      seen.unavailable(WindowsSetupFacts.FILTER_DRIVERS, why.reason(), why.detail());
    } else {
      seen.observed(WindowsSetupFacts.FILTER_DRIVERS, drivers, LINE);
    }
    return seen.build();
  }

  /** Every Windows has such drivers, so that an empty table says nothing. */
  private static Unavailable<?> refusal(Answers answers) {
    if (answers.to(FILTERS) instanceof Unavailable<CommandOutput> why) {
      return why;
    }
    return new Unavailable<>(
        UnavailableReason.FAILED,
        answers.to(FILTERS) instanceof Observed<CommandOutput> seen
            ? LINE + " ended with " + seen.value().exitStatus() + " and listed nothing"
            : LINE + " is not there");
  }

  private static void exclusions(Answers answers, Observations.Builder seen) {
    Unavailable<?> why = Seen.refusal(answers, EXCLUSIONS);
    if (why != null) {
      seen.unavailable(WindowsSetupFacts.DEFENDER_EXCLUSIONS, why.reason(), why.detail());
      return;
    }
    seen.observed(
        WindowsSetupFacts.DEFENDER_EXCLUSIONS,
        EXCLUSIONS.stream()
            .map(key -> Seen.value(answers, key))
            .filter(Objects::nonNull)
            .flatMap(key -> key.values().stream())
            .map(RegistryValue::name)
            .toList(),
        "HKLM\\SOFTWARE\\" + PATHS);
  }
}
