package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.WindowsInterfaces;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/** Reads the network interfaces (guest.windows.network.dhcp, guest.windows.network.adapters). */
public final class InterfacesProbe extends WindowsProbe {

  private static final String KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";

  /** The class of network adapters. */
  private static final String ADAPTER_KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class"
          + "\\{4d36e972-e325-11ce-bfc1-08002be10318}";

  private static final Question<RegistryKey> INTERFACES = Question.registry(KEY, 1);
  private static final Question<RegistryKey> ADAPTERS = Question.registry(ADAPTER_KEY, 1);
  private static final List<Question<?>> QUESTIONS = List.of(INTERFACES, ADAPTERS);

  /** Made by {@code ServiceLoader}. */
  public InterfacesProbe() {
    super(
        describe(
                "guest.windows.interfaces",
                WindowsNetworkFacts.INTERFACES,
                WindowsNetworkFacts.CAPTURE_ADAPTERS)
            .withChecks("guest.windows.network.dhcp", "guest.windows.network.adapters")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observations.Builder seen = Observations.builder();
    RegistryKey interfaces = Seen.value(answers, INTERFACES);
    if (interfaces == null) {
      missing(WindowsNetworkFacts.INTERFACES, KEY, INTERFACES, answers, seen);
    } else {
      seen.observed(WindowsNetworkFacts.INTERFACES, WindowsInterfaces.parse(KEY, interfaces), KEY);
    }
    RegistryKey adapters = Seen.value(answers, ADAPTERS);
    if (adapters == null) {
      missing(WindowsNetworkFacts.CAPTURE_ADAPTERS, ADAPTER_KEY, ADAPTERS, answers, seen);
    } else {
      seen.observed(WindowsNetworkFacts.CAPTURE_ADAPTERS, captures(adapters), ADAPTER_KEY);
    }
    return seen.build();
  }

  private static List<String> captures(RegistryKey adapters) {
    return adapters.keys().stream()
        .filter(adapter -> adapter.text("DriverDesc").orElse("").contains("Npcap Loopback"))
        .map(adapter -> ADAPTER_KEY + "\\" + adapter.name())
        .toList();
  }

  private static void missing(
      FactKey<?> key,
      String place,
      Question<?> question,
      Answers answers,
      Observations.Builder seen) {
    Unavailable<?> why = Seen.refusal(answers, List.of(question));
    Unavailable<?> reason = why == null ? WholeWindows.notRecorded(place) : why;
    seen.unavailable(key, reason.reason(), reason.detail());
  }
}
