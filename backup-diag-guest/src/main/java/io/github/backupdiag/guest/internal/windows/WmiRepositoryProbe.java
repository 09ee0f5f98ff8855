package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ScQuery;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Lets WMI verify its repository (a part of guest.windows.wmi). Its exit status is 0 for a
 * consistent one (documentation of WMI event 5600); what else it may be is not documented. The call
 * of the registry provider, which alone would prove, takes a WMI client and is not made. A service
 * that does not run is not asked, since that would start it.
 */
public final class WmiRepositoryProbe extends WindowsProbe {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String LINE = "winmgmt.exe /verifyrepository";
  private static final Question<CommandOutput> STATE =
      new Question.Command(List.of("sc.exe", "query", "Winmgmt"), Duration.ofSeconds(15));
  private static final Question<CommandOutput> VERIFICATION =
      new Question.Command(List.of("winmgmt.exe", "/verifyrepository"), TIMEOUT);

  /** May be read by administrators and LocalSystem only, as may the repository. */
  private static final Question<RegistryKey> LOCAL_SERVICE = Question.registry("HKU\\S-1-5-19");

  /** Made by {@code ServiceLoader}. */
  public WmiRepositoryProbe() {
    super(
        describe("guest.windows.wmi-repository", WindowsSetupFacts.WMI_VERIFICATION)
            .withChecks("guest.windows.wmi")
            .withAccessNeeds(needs(List.of(STATE, LOCAL_SERVICE, VERIFICATION)))
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT.plusSeconds(20)));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return soFar.questions().isEmpty() || !mayVerify(soFar)
        ? List.of(STATE, LOCAL_SERVICE)
        : List.of(VERIFICATION);
  }

  private static boolean mayVerify(Answers answers) {
    return isRunning(answers) && Seen.value(answers, LOCAL_SERVICE) != null;
  }

  private static boolean isRunning(Answers answers) {
    CommandOutput output = Seen.value(answers, STATE);
    WindowsService service =
        new WindowsService(
            "Winmgmt",
            null,
            "",
            "",
            output == null || output.exitStatus() != 0
                ? null
                : ScQuery.state(new String(output.out(), StandardCharsets.ISO_8859_1)));
    return service.isRunning();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observation<CommandOutput> answer = answers.to(VERIFICATION);
    return mayVerify(answers) && answer instanceof Observed<CommandOutput> seen
        ? Observations.builder()
            .observed(WindowsSetupFacts.WMI_VERIFICATION, (long) seen.value().exitStatus(), LINE)
            .build()
        : Seen.unavailable(WindowsSetupFacts.WMI_VERIFICATION, reason(answers, answer));
  }

  private static Unavailable<?> reason(Answers answers, Observation<CommandOutput> answer) {
    if (mayVerify(answers)) {
      return answer instanceof Unavailable<CommandOutput> why
          ? why
          : new Unavailable<>(UnavailableReason.FAILED, LINE + " is not there");
    }
    Unavailable<?> why = Seen.refusal(answers, List.of(STATE, LOCAL_SERVICE));
    return why == null ? WholeWindows.notRecorded("the service Winmgmt does not run") : why;
  }
}
