package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.FilterDriver;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.parse.ExcludedPath;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;

/**
 * The backup extension crashed while an antivirus product watched its folders
 * (guest.windows.antivirus-exclusions, which is context: most healthy VMs exclude nothing). What
 * another product than Microsoft Defender leaves alone cannot be read.
 */
public final class AntivirusWithoutExclusions implements Diagnostic {

  private static final List<String> FOLDERS =
      List.of(
          "C:\\Packages\\Plugins\\Microsoft.Azure.RecoveryServices.VMSnapshot",
          "C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.RecoveryServices.VMSnapshot");
  private static final String DEFENDER = "WdFilter";
  private static final String EXTENSION = "IaaSBcdrExtension.exe";
  private static final int CRASH = 1000;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.antivirus-without-exclusions", "antivirus-blocks-extension")
          .needs(WindowsSetupFacts.FILTER_DRIVERS)
          .helpful(WindowsSetupFacts.DEFENDER_EXCLUSIONS, WindowsFacts.EVENTS, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.windows.antivirus-exclusions");

  /** Made by {@code ServiceLoader}. */
  public AntivirusWithoutExclusions() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FilterDriver> drivers = facts.value(WindowsSetupFacts.FILTER_DRIVERS);
    if (drivers == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.FILTER_DRIVERS);
    }
    List<WindowsEvent> crashes =
        EventEvidence.in(
            facts,
            event ->
                event.isBy("Application Error") && event.id() == CRASH && event.holds(EXTENSION));
    List<Evidence> watching = watching(facts, drivers);
    if (crashes.isEmpty() || watching.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.antivirus-without-exclusions.alone"));
    }
    List<Evidence> found = new ArrayList<>(EventEvidence.of(crashes));
    found.addAll(watching);
    return Verdict.inconclusive(Phrase.of("because.antivirus-without-exclusions.context"))
        .hinting(found);
  }

  private static List<Evidence> watching(Facts facts, List<FilterDriver> drivers) {
    List<Evidence> watching = new ArrayList<>();
    for (FilterDriver driver : drivers) {
      boolean defender = driver.name().equalsIgnoreCase(DEFENDER);
      if (driver.isAntivirus() && !(defender && isExcluded(facts))) {
        watching.add(
            Evidence.of(
                    WindowsSetupFacts.FILTER_DRIVERS,
                    Phrase.of(
                        "evidence.antivirus-without-exclusions."
                            + (defender ? "defender" : "other"),
                        "driver",
                        driver.name()))
                .withPlace("fltmc filters", 0));
      }
    }
    return watching;
  }

  /** Where the exclusions could not be read, Defender is not blamed for lacking them. */
  private static boolean isExcluded(Facts facts) {
    List<String> excluded = facts.value(WindowsSetupFacts.DEFENDER_EXCLUSIONS);
    return excluded == null
        || FOLDERS.stream()
            .allMatch(
                folder -> excluded.stream().anyMatch(path -> ExcludedPath.covers(path, folder)));
  }
}
