package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;

/**
 * WMI does not call its repository consistent, and the setup of the agent failed in the script that
 * needs WMI (guest.windows.wmi). Either alone only suggests, and a consistent repository rules
 * nothing out: the call of the registry provider, which would prove, is not made. A service that is
 * disabled is told apart, since no repair of the repository helps then.
 */
public final class WmiRepositoryBroken implements Diagnostic {

  private static final int SCRIPT_FAILED = 11722;
  private static final String SERVICE = "Winmgmt";
  private static final String AGENT = "Windows Azure VM Agent";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.wmi-repository-broken", "wmi-repository-broken")
          .helpful(
              WindowsSetupFacts.WMI_VERIFICATION,
              WindowsServiceFacts.SERVICES,
              WindowsFacts.EVENTS,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.wmi");

  /** Made by {@code ServiceLoader}. */
  public WmiRepositoryBroken() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    WindowsService service = services == null ? null : services.service(SERVICE).orElse(null);
    if (service != null && service.isDisabled() && !service.isRunning()) {
      return Verdict.inconclusive(Phrase.of("because.wmi-repository-broken.disabled"))
          .hinting(List.of(disabled()));
    }
    return verification(facts);
  }

  private static Evidence disabled() {
    return Evidence.of(
        WindowsServiceFacts.SERVICES, Phrase.of("evidence.service-disabled", "service", SERVICE));
  }

  private static Verdict verification(Facts facts) {
    Long status = facts.value(WindowsSetupFacts.WMI_VERIFICATION);
    if (status == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.WMI_VERIFICATION);
    }
    List<WindowsEvent> events =
        EventEvidence.in(
            facts,
            event ->
                event.isBy("MsiInstaller") && event.id() == SCRIPT_FAILED && event.holds(AGENT));
    if (status == 0) {
      return Verdict.inconclusive(Phrase.of("because.wmi-repository-broken.consistent"));
    }
    List<Evidence> found =
        new ArrayList<>(
            List.of(
                Evidence.of(
                        WindowsSetupFacts.WMI_VERIFICATION,
                        Phrase.of(
                            "evidence.wmi-repository-broken.status",
                            "status",
                            String.valueOf(status)))
                    .withPlace("winmgmt /verifyrepository", 0)));
    if (events.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.wmi-repository-broken.alone")).hinting(found);
    }
    Moment moment = EventEvidence.best(facts, events);
    found.addAll(EventEvidence.of(events));
    return Verdict.likely(moment.when(), found.toArray(Evidence[]::new));
  }
}
