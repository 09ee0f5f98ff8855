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
import io.github.backupdiag.internal.parse.HostAnswerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The host answered the check before the snapshot, but with an error of its own (extension.log,
 * {@code PreSnapshot: Status Code: 500}), and the failure was reported as missing network: 500 is
 * what the extension writes as 556, and 557 an empty answer (errors-numeric.json). Gateways between
 * guest and host give 502 to 504, which say nothing of the host.
 */
public final class HostPreCheckFailed implements Diagnostic {

  private static final Set<Integer> ERRORS = Set.of(500, 556, 557);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.host-pre-check-failed", "host-snapshot-service-error")
          .helpful(NoNetwork.readsWith())
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public HostPreCheckFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> errors =
        Agreement.lines(facts, GuestFacts.EXTENSION_LOG, HostPreCheckFailed::isError);
    if (errors.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.host-pre-check-failed.none"));
    }
    List<Evidence> reported = NoNetwork.in(facts);
    return reported.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.host-pre-check-failed.alone")).hinting(errors)
        : Verdict.likely(When.AT_FAILURE, all(errors, reported));
  }

  private static Evidence[] all(List<Evidence> errors, List<Evidence> reported) {
    List<Evidence> all = new ArrayList<>(errors);
    all.addAll(reported);
    return all.toArray(Evidence[]::new);
  }

  private static boolean isError(LogEvent event) {
    return event.signature().equals("ext-presnapshot-status")
        && ERRORS.contains(HostAnswerLine.status(event.text()));
  }
}
