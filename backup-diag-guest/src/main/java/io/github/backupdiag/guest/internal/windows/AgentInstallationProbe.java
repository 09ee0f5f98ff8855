package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation.Service;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ServiceProgram;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds programs and services of the agent (guest.windows.agent.installed). */
public final class AgentInstallationProbe extends WindowsProbe {

  private static final String SERVICE_FOLDER = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final List<Question<RegistryKey>> SERVICES =
      List.of(
          Question.registry(SERVICE_FOLDER + "WindowsAzureGuestAgent"),
          Question.registry(SERVICE_FOLDER + "RdAgent"));

  /** A service that every Windows has: without it the registry was not recorded. */
  private static final Question<RegistryKey> ANY_SERVICE =
      Question.registry(SERVICE_FOLDER + "Tcpip");

  private static final List<Question<PathEntries>> PROGRAMS =
      List.of(
          Question.listing("C:/WindowsAzure/*/WaAppAgent.exe"),
          Question.listing("C:/WindowsAzure/*/WindowsAzureGuestAgent.exe"),
          Question.listing("C:/WindowsAzure/*/*/WindowsAzureGuestAgent.exe"));
  private static final List<Question<?>> QUESTIONS =
      Questions.all(SERVICES, List.of(ANY_SERVICE, WholeWindows.KERNEL), PROGRAMS);

  /** Made by {@code ServiceLoader}. */
  public AgentInstallationProbe() {
    super(
        describe("guest.windows.agent-installation", WindowsAgentFacts.INSTALLATION)
            .withChecks("guest.windows.agent.installed")
            .withAccessNeeds(
                Questions.needs(
                    QUESTIONS, List.of("C:/WindowsAzure/*/*", "C:/WindowsAzure/*/*/*"))));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return soFar.questions().isEmpty()
        ? QUESTIONS
        : programs(soFar).stream()
            .filter(AgentInstallationProbe::isOurs)
            .map(Question::stat)
            .toList();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    if (why != null) {
      return Seen.unavailable(WindowsAgentFacts.INSTALLATION, why);
    }
    if (Seen.value(answers, ANY_SERVICE) == null || !WholeWindows.isSeen(answers)) {
      return Seen.unavailable(WindowsAgentFacts.INSTALLATION, WholeWindows.part(answers));
    }
    List<String> programs = new ArrayList<>();
    PROGRAMS.forEach(glob -> programs.addAll(Seen.paths(answers, glob)));
    List<Service> services = new ArrayList<>();
    for (Question<RegistryKey> question : SERVICES) {
      RegistryKey key = Seen.value(answers, question);
      if (key != null) {
        services.add(service(key, answers));
      }
    }
    return Observations.builder()
        .observed(
            WindowsAgentFacts.INSTALLATION,
            new WindowsAgentInstallation(programs, services),
            "C:/WindowsAzure")
        .build();
  }

  private static Service service(RegistryKey key, Answers answers) {
    String program = ServiceProgram.path(key.text("ImagePath").orElse(""));
    return new Service(key.name(), program, isOurs(program) ? found(program, answers) : null);
  }

  private static @Nullable Boolean found(String program, Answers answers) {
    Question<PathEntry> question = Question.stat(program);
    boolean known =
        answers.questions().contains(question) && Seen.refusal(answers, List.of(question)) == null;
    return known ? Seen.value(answers, question) != null : null;
  }

  private static List<String> programs(Answers answers) {
    return SERVICES.stream()
        .map(question -> Seen.value(answers, question))
        .map(key -> key == null ? "" : ServiceProgram.path(key.text("ImagePath").orElse("")))
        .toList();
  }

  /** One that lies where the access needs say; another place is not looked at. */
  private static boolean isOurs(String program) {
    return program.matches("C:/WindowsAzure/[^/]+/([^/]+/)?[^/]+") && !program.contains("..");
  }
}
