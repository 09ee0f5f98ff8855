package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.LibraryFile;
import io.github.backupdiag.fact.guest.ProviderLibraries;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBuild;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The library of the snapshot provider is damaged or of another word size than Windows, or the two
 * libraries of its runtime stem from different builds (guest.windows.plugin.provider-dll, which
 * only suggests). That it loads is never seen: trying would register it. The word size of the
 * runtime is not judged, since Windows shows a 32-bit program other files in the system's folder.
 */
public final class ProviderDllMismatch implements Diagnostic {

  private static final String EVIDENCE = "evidence.provider-dll-mismatch.";

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
              "ExtensionSnapshotFailedCOM", "BackUpOperationFailed", "BackUpOperationFailedV2")
          .lines("vs-provider-failed", "vs-80110401");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.provider-dll-mismatch", "provider-dll-mismatch")
          .needs(WindowsAgentFacts.PROVIDER_LIBRARIES)
          .helpful(WindowsTraces.readsWith(WindowsSetupFacts.BUILD))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.plugin.provider-dll", "guest.windows.vcredist");

  /** Made by {@code ServiceLoader}. */
  public ProviderDllMismatch() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    ProviderLibraries libraries = facts.value(WindowsAgentFacts.PROVIDER_LIBRARIES);
    if (libraries == null) {
      return WindowsTraces.notSeen(WindowsAgentFacts.PROVIDER_LIBRARIES);
    }
    WindowsBuild windows = facts.value(WindowsSetupFacts.BUILD);
    List<Evidence> found = new ArrayList<>();
    for (LibraryFile provider : libraries.providers()) {
      if (provider.bits() == 0) {
        found.add(evidence(provider, Phrase.of(EVIDENCE + "damaged", "name", provider.name())));
      } else if (windows != null && windows.bits() > 0 && provider.bits() != windows.bits()) {
        found.add(evidence(provider, bits(provider, windows)));
      }
    }
    found.addAll(mixed(libraries.runtimes()));
    if (!found.isEmpty()) {
      return TRACES.judge(facts, found);
    }
    String open = libraries.providers().isEmpty() ? "not-found" : "fits";
    return Verdict.inconclusive(Phrase.of("because.provider-dll-mismatch." + open));
  }

  /** Libraries in one folder that tell different versions. */
  private static List<Evidence> mixed(List<LibraryFile> runtimes) {
    Map<String, LibraryFile> first = new TreeMap<>();
    List<Evidence> found = new ArrayList<>();
    for (LibraryFile library : runtimes) {
      if (!library.version().isEmpty()) {
        String folder = library.path().substring(0, library.path().lastIndexOf('/') + 1);
        LibraryFile other = first.putIfAbsent(folder, library);
        if (other != null && !other.version().equals(library.version())) {
          found.add(evidence(library, builds(other, library)));
        }
      }
    }
    return found;
  }

  private static Phrase builds(LibraryFile one, LibraryFile other) {
    return Phrase.of(
        EVIDENCE + "builds",
        "one",
        one.name() + " " + one.version(),
        "other",
        other.name() + " " + other.version());
  }

  private static Phrase bits(LibraryFile provider, WindowsBuild windows) {
    return Phrase.of(
        EVIDENCE + "bits",
        "name",
        provider.name(),
        "bits",
        String.valueOf(provider.bits()),
        "system",
        String.valueOf(windows.bits()));
  }

  private static Evidence evidence(LibraryFile library, Phrase phrase) {
    return Evidence.of(WindowsAgentFacts.PROVIDER_LIBRARIES, phrase).withPlace(library.path(), 0);
  }
}
