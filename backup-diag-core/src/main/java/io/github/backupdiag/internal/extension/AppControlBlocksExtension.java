package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AppControlPolicy;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * Without a policy that may block, application control blocks nothing (guest.windows.app-control).
 * A policy alone proves nothing; the events of a blocked program do, see the rules of events.
 */
public final class AppControlBlocksExtension implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.app-control-blocks-extension", "app-control-blocks-extension")
          .needs(WindowsAgentFacts.APP_CONTROL)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.app-control");

  /** Made by {@code ServiceLoader}. */
  public AppControlBlocksExtension() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AppControlPolicy policy = facts.value(WindowsAgentFacts.APP_CONTROL);
    if (policy == null) {
      return WindowsTraces.notSeen(WindowsAgentFacts.APP_CONTROL);
    }
    if (policy.blocking().isEmpty()) {
      return Verdict.ruledOut(
          When.NOW, evidence(policy.auditing().isEmpty() ? "none" : "audit", policy.auditing()));
    }
    return Verdict.inconclusive(Phrase.of("because.app-control-blocks-extension.no-event"))
        .hinting(List.of(evidence("policy", policy.blocking())));
  }

  private static Evidence evidence(String what, List<String> places) {
    Evidence evidence =
        Evidence.of(
            WindowsAgentFacts.APP_CONTROL,
            Phrase.of("evidence.app-control-blocks-extension." + what));
    return places.isEmpty() ? evidence : evidence.withPlace(places.get(0), 0);
  }
}
