package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsProxy;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.WindowsProxies;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the proxies of the machine and of LocalSystem, never those of the caller
 * (guest.windows.network.proxy-localsystem).
 */
public final class ProxiesProbe extends WindowsProbe {

  private static final String SETTINGS = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  private static final String MACHINE_KEY = "HKLM\\SOFTWARE\\" + SETTINGS + "\\Connections";
  private static final String ACCOUNT_KEY = "HKU\\S-1-5-18\\Software\\" + SETTINGS;
  private static final String ENVIRONMENT_KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
  private static final Question<RegistryKey> MACHINE = Question.registry(MACHINE_KEY);
  private static final Question<RegistryKey> ACCOUNT = Question.registry(ACCOUNT_KEY);
  private static final Question<RegistryKey> ENVIRONMENT = Question.registry(ENVIRONMENT_KEY);
  private static final List<Question<?>> QUESTIONS = List.of(MACHINE, ACCOUNT, ENVIRONMENT);

  /** Made by {@code ServiceLoader}. */
  public ProxiesProbe() {
    super(
        describe("guest.windows.proxies", WindowsNetworkFacts.PROXIES)
            .withChecks("guest.windows.network.proxy-localsystem")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<WindowsProxy> proxies = new ArrayList<>();
    RegistryKey machine = Seen.value(answers, MACHINE);
    String blob = machine == null ? "" : machine.text("WinHttpSettings").orElse("");
    WindowsProxy service = WindowsProxies.machine(MACHINE_KEY + "\\WinHttpSettings", blob);
    if (service != null) {
      proxies.add(service);
    }
    RegistryKey account = Seen.value(answers, ACCOUNT);
    if (account != null) {
      proxies.addAll(WindowsProxies.account(ACCOUNT_KEY, account));
    }
    RegistryKey environment = Seen.value(answers, ENVIRONMENT);
    if (environment != null) {
      proxies.addAll(WindowsProxies.environment(ENVIRONMENT_KEY, environment));
    }
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    if (proxies.isEmpty() && (why != null || environment == null)) {
      return Seen.unavailable(
          WindowsNetworkFacts.PROXIES,
          why == null ? WholeWindows.notRecorded(ENVIRONMENT_KEY) : why);
    }
    return Observations.builder()
        .observed(WindowsNetworkFacts.PROXIES, proxies, MACHINE_KEY)
        .build();
  }
}
