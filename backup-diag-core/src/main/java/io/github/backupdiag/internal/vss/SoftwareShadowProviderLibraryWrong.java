package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service of the software shadow copy provider is registered with another library than {@code
 * swprv.dll} of System32, or with none (guest.windows.reg.swprv-servicedll, which proves): it
 * cannot start (KB2009513). The right library alone does not show that the provider works.
 */
public final class SoftwareShadowProviderLibraryWrong implements Diagnostic {

  private static final Pattern NORMAL =
      Pattern.compile(
          "(?:%systemroot%|%windir%|\\\\systemroot|[a-z]:\\\\[^\\\\]{1,80})\\\\system32\\\\swprv\\.dll");
  private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\swprv\\Parameters";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.software-shadow-provider-library", "software-shadow-provider-broken")
          .helpful(WindowsVssFacts.VSS_SETTINGS)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.reg.swprv-servicedll");

  /** Made by {@code ServiceLoader}. */
  public SoftwareShadowProviderLibraryWrong() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    VssSettings settings = facts.value(WindowsVssFacts.VSS_SETTINGS);
    if (settings == null || !settings.softwareProvider()) {
      return Verdict.inconclusive(Phrase.of("because.software-shadow-provider-library.not-seen"));
    }
    String library = settings.providerLibrary();
    if (library == null || library.isBlank()) {
      return Verdict.certain(
          When.NOW, evidence("evidence.software-shadow-provider-library.missing", library));
    }
    return NORMAL.matcher(library.strip().toLowerCase(Locale.ROOT)).matches()
        ? Verdict.inconclusive(Phrase.of("because.software-shadow-provider-library.normal"))
        : Verdict.certain(
            When.NOW, evidence("evidence.software-shadow-provider-library.other", library));
  }

  private static Evidence evidence(String phrase, @Nullable String library) {
    Evidence evidence =
        Evidence.of(WindowsVssFacts.VSS_SETTINGS, Phrase.of(phrase)).withPlace(KEY, 0);
    return library == null ? evidence : evidence.withExcerpt(library);
  }
}
