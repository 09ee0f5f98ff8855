package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.network.NoNetwork;
import io.github.backupdiag.internal.parse.CallMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The extension could not use the agent's code, and its calls broke off in Python before anything
 * went out, yet the failure was reported as missing network (guest.linux.extension.traceback,
 * known-defects.json). The extension lives without the agent's proxy settings, so the first line
 * alone is no fault.
 */
public final class ExtensionAgentApiMismatch implements Diagnostic {

  private static final String RULE = "extension-agent-api-mismatch";

  private static final Set<String> NO_AGENT_CODE =
      Set.of("ext-http-config-old", "ext-http-config-wala");
  private static final Set<String> CALLS =
      Set.of(
          "ext-http-failed",
          "ext-presnapshot-exception",
          "ext-dosnapshot-exception",
          "ext-guest-snapshot-error",
          "ext-guest-seq-failed",
          "ext-blob-properties-failed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension." + RULE, RULE)
          .helpful(NoNetwork.readsWith())
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.extension.traceback");

  /** Made by {@code ServiceLoader}. */
  public ExtensionAgentApiMismatch() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> unusable =
        Agreement.lines(
            facts, GuestFacts.EXTENSION_LOG, event -> NO_AGENT_CODE.contains(event.signature()));
    List<Evidence> broken =
        Agreement.lines(
            facts, GuestFacts.EXTENSION_LOG, ExtensionAgentApiMismatch::isCallThatDoesNotFit);
    List<Evidence> seen = new ArrayList<>(unusable);
    seen.addAll(broken);
    if (unusable.isEmpty() || broken.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.extension-agent-api-mismatch.none"));
    }
    List<Evidence> reported = NoNetwork.in(facts);
    if (reported.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.extension-agent-api-mismatch.alone"))
          .hinting(seen);
    }
    seen.addAll(reported);
    return Verdict.likely(When.AT_FAILURE, seen.toArray(Evidence[]::new));
  }

  private static boolean isCallThatDoesNotFit(LogEvent event) {
    return CALLS.contains(event.signature()) && CallMismatch.isIn(event.text());
  }
}
