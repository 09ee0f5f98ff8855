package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The registry says that the VSS provider of the extension is installed, but its service is not
 * there (guest.windows.reg.provider-installed), and the failure is one of that provider. The value
 * False only asks for a new installation, and none is there before the first backup.
 */
public final class ProviderRegistrationStale implements Diagnostic {

  private static final Set<String> CODES =
      Set.of("ExtensionSnapshotFailedCOM", "ExtensionCommandExecFailure");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.provider-registration-stale", "provider-registration-stale")
          .helpful(
              WindowsVssFacts.SNAPSHOT_SETTINGS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.reg.provider-installed");

  /** Made by {@code ServiceLoader}. */
  public ProviderRegistrationStale() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SnapshotSettings settings = facts.value(WindowsVssFacts.SNAPSHOT_SETTINGS);
    if (settings == null || !settings.complete()) {
      return Verdict.inconclusive(Phrase.of("because.provider-registration-stale.not-seen"));
    }
    List<SnapshotSetting> claims = claims(settings);
    if (claims.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              WindowsVssFacts.SNAPSHOT_SETTINGS,
              Phrase.of("evidence.provider-registration-stale.none")));
    }
    if (settings.providerService() == null || settings.providerService()) {
      return Verdict.inconclusive(Phrase.of("because.provider-registration-stale.normal"));
    }
    List<Evidence> found = new ArrayList<>();
    claims.forEach(claim -> found.add(evidence(claim)));
    List<Evidence> codes = AgreeingCodes.in(facts, CODES::contains);
    found.addAll(codes);
    return codes.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.provider-registration-stale.alone"))
            .hinting(found)
        : Verdict.likely(When.NOW, found.toArray(Evidence[]::new));
  }

  private static List<SnapshotSetting> claims(SnapshotSettings settings) {
    List<SnapshotSetting> claims = new ArrayList<>();
    SnapshotSetting own = settings.find(SnapshotSetting.AGENT, "IsProviderInstalled");
    SnapshotSetting common = settings.find(SnapshotSetting.PERSISTENT, "IsCommonProviderInstalled");
    if (own != null && own.isOn()) {
      claims.add(own);
    }
    if (common != null && common.isOn()) {
      claims.add(common);
    }
    return claims;
  }

  private static Evidence evidence(SnapshotSetting claim) {
    return Evidence.of(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            Phrase.of("evidence.provider-registration-stale.claims", "name", claim.name()))
        .withExcerpt(claim.name() + " = " + claim.data());
  }
}
