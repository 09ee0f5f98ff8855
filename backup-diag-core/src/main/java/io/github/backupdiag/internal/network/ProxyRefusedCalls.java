package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A proxy answered in place of Azure and refused the call: only a proxy asks for a sign-in with 407
 * or refuses a tunnel (RFC 9110, 15.5.8; Python's {@code http.client}). It counts where the failure
 * was reported as missing network.
 */
public final class ProxyRefusedCalls implements Diagnostic {

  private static final FactKey<LogEvents> WINDOWS_AGENT = GuestFacts.logEvents("waagentwindows");
  private static final List<FactKey<LogEvents>> LOGS =
      List.of(GuestFacts.EXTENSION_LOG, GuestFacts.AGENT_LOG, WINDOWS_AGENT);
  private static final Set<String> REFUSALS =
      Set.of("ext-proxy-tunnel", "wa-proxy-tunnel", "wg-407");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.proxy-refused-calls", "proxy-misconfigured")
          .helpful(NoNetwork.readsWith(WINDOWS_AGENT, GuestFacts.OS))
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.agent.log", "guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public ProxyRefusedCalls() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> refused = new ArrayList<>();
    for (FactKey<LogEvents> log : LOGS) {
      JobLines lines = JobLines.of(facts, log);
      LogEvent line = lines.newest(REFUSALS);
      if (line != null) {
        refused.add(lines.evidence(line, "evidence.proxy-refused-calls.line"));
      }
    }
    if (refused.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.proxy-refused-calls.none"));
    }
    List<Evidence> reported = NoNetwork.in(facts);
    if (reported.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.proxy-refused-calls.alone")).hinting(refused);
    }
    refused.addAll(reported);
    return Ways.withArguments(
        Verdict.likely(When.AT_FAILURE, refused.toArray(Evidence[]::new)), facts);
  }
}
