package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssProviders;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.VssProviderList;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lists the VSS providers (guest.windows.vss.providers): from the registry, which needs no right
 * and no running service, and only where that cannot be read from {@code vssadmin}.
 */
public final class VssProvidersProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers";
  private static final Question<RegistryKey> PROVIDERS = Question.registry(KEY, 1);
  private static final List<Question<?>> LIST = List.of(VssAdmin.PROVIDERS, Console.CODE_PAGE);
  private static final List<Question<?>> QUESTIONS =
      List.of(PROVIDERS, VssAdmin.PROVIDERS, Console.CODE_PAGE);
  private static final Pattern ID =
      Pattern.compile("\\{\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\}");
  private static final Duration TIMEOUT = Duration.ofSeconds(80);
  private static final int MOST_TYPES = 4;

  /** Made by {@code ServiceLoader}. */
  public VssProvidersProbe() {
    super(
        describe("guest.windows.vss-providers", WindowsFacts.VSS_PROVIDERS)
            .withChecks("guest.windows.vss.providers")
            .withAccessNeeds(needs(QUESTIONS))
            .withTimeout(TIMEOUT));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    if (soFar.questions().isEmpty()) {
      return List.of(PROVIDERS);
    }
    return Seen.value(soFar, PROVIDERS) == null ? LIST : List.of();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey key = Seen.value(answers, PROVIDERS);
    if (key != null) {
      return observed(new VssProviders(KEY, registered(key), key.complete()));
    }
    String text = VssAdmin.text(answers, VssAdmin.PROVIDERS);
    List<VssProvider> listed = text == null ? List.of() : VssProviderList.parse(text);
    boolean whole = VssAdmin.isWhole(answers, VssAdmin.PROVIDERS);
    return listed.isEmpty()
        ? Seen.unavailable(
            WindowsFacts.VSS_PROVIDERS, VssAdmin.refusal(answers, VssAdmin.PROVIDERS))
        : observed(new VssProviders("vssadmin list providers", listed, whole));
  }

  private static List<VssProvider> registered(RegistryKey key) {
    List<VssProvider> providers = new ArrayList<>();
    for (RegistryKey one : key.keys()) {
      if (ID.matcher(one.name()).matches()) {
        long type = one.number("Type").orElse(0);
        providers.add(
            new VssProvider(
                one.text("").orElse(""),
                one.name().substring(1, one.name().length() - 1).toLowerCase(Locale.ROOT),
                type >= 1 && type <= MOST_TYPES ? (int) type : 0,
                one.text("Version").orElse(""),
                0));
      }
    }
    return providers;
  }

  private static Observations observed(VssProviders providers) {
    return Observations.builder()
        .observed(WindowsFacts.VSS_PROVIDERS, providers, providers.source())
        .build();
  }
}
