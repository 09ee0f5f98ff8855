package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.RegistrySwitch;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * Strong encryption of .NET is switched off by hand (guest.windows.reg.strong-crypto, which only
 * suggests). Where nothing is set, current .NET uses it.
 */
public final class StrongTlsDisabled implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes("ExtensionSnapshotFailedNoSecureNetwork");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.strong-tls-disabled", "strong-tls-disabled")
          .needs(WindowsSetupFacts.TLS_SWITCHES)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.reg.strong-crypto");

  /** Made by {@code ServiceLoader}. */
  public StrongTlsDisabled() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<RegistrySwitch> switches = facts.value(WindowsSetupFacts.TLS_SWITCHES);
    if (switches == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.TLS_SWITCHES);
    }
    List<Evidence> off =
        switches.stream().filter(one -> one.value() == 0).map(StrongTlsDisabled::off).toList();
    if (!off.isEmpty()) {
      return TRACES.judge(facts, off.subList(0, Math.min(3, off.size())));
    }
    return switches.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.strong-tls-disabled.default"))
        : Verdict.ruledOut(
            When.NOW,
            Evidence.of(
                    WindowsSetupFacts.TLS_SWITCHES, Phrase.of("evidence.strong-tls-disabled.on"))
                .withPlace(switches.get(0).key(), 0));
  }

  private static Evidence off(RegistrySwitch one) {
    return Evidence.of(
            WindowsSetupFacts.TLS_SWITCHES,
            Phrase.of("evidence.strong-tls-disabled.off", "name", one.name()))
        .withPlace(one.key(), 0);
  }
}
