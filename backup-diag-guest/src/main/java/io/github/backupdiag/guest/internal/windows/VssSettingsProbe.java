package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.VssAccount;
import io.github.backupdiag.fact.guest.VssSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/**
 * Reads who may be a writer, and the library of the software provider
 * (guest.windows.reg.vss-access-control, guest.windows.reg.swprv-servicedll).
 */
public final class VssSettingsProbe extends WindowsProbe {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final Question<RegistryKey> ACCOUNTS =
      Question.registry(SERVICES + "VSS\\VssAccessControl");
  private static final Question<RegistryKey> PROVIDER = Question.registry(SERVICES + "swprv", 1);
  private static final List<Question<RegistryKey>> QUESTIONS = List.of(ACCOUNTS, PROVIDER);

  /** Made by {@code ServiceLoader}. */
  public VssSettingsProbe() {
    super(
        describe("guest.windows.vss-settings", WindowsVssFacts.VSS_SETTINGS)
            .withChecks(
                "guest.windows.reg.vss-access-control", "guest.windows.reg.swprv-servicedll")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<Question<RegistryKey>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey accounts = Seen.value(answers, ACCOUNTS);
    RegistryKey provider = Seen.value(answers, PROVIDER);
    if (accounts == null && provider == null) {
      return Seen.nothing(WindowsVssFacts.VSS_SETTINGS, answers, QUESTIONS, SERVICES + "VSS");
    }
    // Without its subkey nothing is known of the library: a copy may have left it out.
    boolean whole =
        provider != null
            && provider.complete()
            && provider.value("Start").isPresent()
            && provider.key("Parameters").isPresent();
    VssSettings settings =
        new VssSettings(
            accounts == null ? List.of() : accounts(accounts),
            accounts != null && accounts.complete(),
            whole,
            provider == null
                ? null
                : provider
                    .key("Parameters")
                    .flatMap(parameters -> parameters.text("ServiceDll"))
                    .orElse(null));
    return Observations.builder()
        .observed(WindowsVssFacts.VSS_SETTINGS, settings, SERVICES + "VSS")
        .build();
  }

  private static List<VssAccount> accounts(RegistryKey key) {
    return key.values().stream()
        .filter(value -> value.type().equals("REG_DWORD") && !value.name().isEmpty())
        .map(VssSettingsProbe::account)
        .toList();
  }

  private static VssAccount account(RegistryValue value) {
    return new VssAccount(value.name(), !value.data().equals("0"));
  }
}
