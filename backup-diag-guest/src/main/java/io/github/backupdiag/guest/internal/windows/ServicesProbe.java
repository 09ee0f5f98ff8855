package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ScQuery;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the services of the backup path are set up, and of those that are, their state
 * (guest.windows.agent.service, guest.windows.service.*, guest.windows.reg.msiserver-start).
 */
public final class ServicesProbe extends WindowsProbe {

  private static final String ROOT = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** The services of windows-vss.json whose setup a rule judges. */
  private static final List<String> NAMES =
      List.of(
          "COMSysApp",
          "CryptSvc",
          "Dhcp",
          "EventSystem",
          "IaaSVmProvider",
          "KeyIso",
          "MSDTC",
          "msiserver",
          "RdAgent",
          "SENS",
          "SQLWriter",
          "swprv",
          "VSS",
          "WindowsAzureGuestAgent",
          "Winmgmt");

  private static final List<Question<RegistryKey>> SETUPS =
      NAMES.stream().map(ServicesProbe::setup).toList();
  private static final List<Question<CommandOutput>> STATES =
      NAMES.stream().map(ServicesProbe::state).toList();

  /** Made by {@code ServiceLoader}. */
  public ServicesProbe() {
    super(
        describe("guest.windows.services", WindowsServiceFacts.SERVICES)
            .withChecks(
                "guest.windows.agent.service",
                "guest.windows.service.comsysapp",
                "guest.windows.service.msdtc",
                "guest.windows.service.iaasvmprovider",
                "guest.windows.service.vss",
                "guest.windows.service.sqlwriter",
                "guest.windows.service.eventsystem",
                "guest.windows.service.keyiso",
                "guest.windows.reg.msiserver-start")
            .withAccessNeeds(needs(Questions.all(SETUPS, STATES))));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    if (soFar.questions().isEmpty()) {
      return SETUPS;
    }
    return NAMES.stream()
        .filter(name -> Seen.value(soFar, setup(name)) != null)
        .map(ServicesProbe::state)
        .toList();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<WindowsService> services = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String name : NAMES) {
      RegistryKey key = Seen.value(answers, setup(name));
      if (key != null) {
        services.add(service(name, key, Seen.value(answers, state(name))));
      } else if (answers.to(setup(name)) instanceof Absent<RegistryKey>) {
        absent.add(name);
      }
    }
    return services.isEmpty()
        ? Seen.nothing(WindowsServiceFacts.SERVICES, answers, SETUPS, ROOT)
        : Observations.builder()
            .observed(WindowsServiceFacts.SERVICES, new WindowsServices(services, absent), ROOT)
            .build();
  }

  private static WindowsService service(
      String name, RegistryKey key, @Nullable CommandOutput output) {
    long start = key.number("Start").orElse(-1);
    return new WindowsService(
        name,
        start < 0 || start > 4 ? null : (int) start,
        key.text("ObjectName").orElse(""),
        key.text("ImagePath").orElse(""),
        output == null || output.exitStatus() != 0
            ? null
            : ScQuery.state(new String(output.out(), StandardCharsets.ISO_8859_1)));
  }

  private static Question<RegistryKey> setup(String name) {
    return Question.registry(ROOT + "\\" + name);
  }

  private static Question<CommandOutput> state(String name) {
    return new Question.Command(List.of("sc.exe", "query", name), TIMEOUT);
  }
}
