package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssProviders;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A VSS provider of another product failed or refused (guest.windows.event.vss-components): an
 * event names the id of a registered one, and a code of the failure agrees. A provider alone stands
 * on many healthy servers (guest.windows.vss.providers is context).
 */
public final class ThirdPartyVssProviderConflict implements Diagnostic {

  private static final Set<Integer> FAILURES = Set.of(12292, 12293, 12373);
  private static final Set<String> CODES = Set.of("ExtensionFailedVssServiceInBadState");

  /** Of Windows, of its cluster, and of Hyper-V, which is useless in Azure and harmless. */
  private static final Set<String> OF_MICROSOFT =
      Set.of(
          VssProvider.MICROSOFT,
          "89300202-3cec-4981-9171-19f59559e0f2",
          "26d02976-b909-43ad-af7e-62a4f625e372",
          "400a2ff4-5eb1-44b0-8a05-1fcac0bcf9ff",
          "74600e39-7dc5-4567-a03b-f091d6c7b092");

  /** Ids of the providers of Azure are not public. */
  private static final String AZURE = "azure";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.third-party-vss-provider-conflict", "third-party-vss-provider-conflict")
          .helpful(
              WindowsFacts.VSS_PROVIDERS,
              WindowsFacts.EVENTS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.vss.providers", "guest.windows.event.vss-components");

  /** Made by {@code ServiceLoader}. */
  public ThirdPartyVssProviderConflict() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    VssProviders all = facts.value(WindowsFacts.VSS_PROVIDERS);
    List<VssProvider> foreign =
        all == null ? List.of() : all.providers().stream().filter(this::isForeign).toList();
    if (all == null || foreign.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.third-party-vss-provider-conflict.none"));
    }
    List<WindowsEvent> events =
        EventEvidence.in(
            facts,
            event ->
                event.isBy("VSS")
                    && FAILURES.contains(event.id())
                    && foreign.stream().anyMatch(one -> event.holds(one.providerId())));
    List<Evidence> found = new ArrayList<>(present(all.source(), foreign));
    List<Evidence> codes = AgreeingCodes.in(facts, CODES::contains);
    if (events.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.third-party-vss-provider-conflict.present"));
    }
    found.addAll(EventEvidence.of(events, "evidence.third-party-vss-provider-conflict.fails"));
    if (codes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.event-alone")).hinting(found);
    }
    found.addAll(codes);
    return Verdict.likely(EventEvidence.best(facts, events).when(), found.toArray(Evidence[]::new));
  }

  private boolean isForeign(VssProvider provider) {
    return !OF_MICROSOFT.contains(provider.providerId())
        && !provider.name().toLowerCase(Locale.ROOT).contains(AZURE);
  }

  private static List<Evidence> present(String source, List<VssProvider> providers) {
    return providers.stream()
        .limit(3)
        .map(
            provider ->
                Evidence.of(
                        WindowsFacts.VSS_PROVIDERS,
                        Phrase.of(
                            "evidence.third-party-vss-provider-conflict.present",
                            "name",
                            provider.name().isEmpty() ? provider.providerId() : provider.name()))
                    .withPlace(source, provider.line()))
        .toList();
  }
}
