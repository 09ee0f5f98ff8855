package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The guest's clock is more than five minutes off that of the host, now or by a log line of the
 * failed job (guest.any.clock, which only suggests: the job must have failed as it does with a
 * wrong clock).
 */
public final class GuestClockSkewed implements Diagnostic {

  private static final Agreement AGREEMENT =
      new Agreement(
          Set.of("ext-crp-timeout", "ext-crp-timeout-abort"),
          Set.of("ExtensionOperationFailedForManagedDisks", "VMSnapshotLinux.402"));

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.guest-clock-skewed", "guest-clock-skewed")
          .helpful(
              Agreement.readsWith(
                  NetworkFacts.CLOCK_OFFSET, NetworkFacts.CLOCK_TRACES, GuestFacts.OS))
          .onAzureVmOnly()
          .checks("guest.any.clock");

  /** Made by {@code ServiceLoader}. */
  public GuestClockSkewed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    ClockOffset now = facts.value(NetworkFacts.CLOCK_OFFSET);
    ClockOffset then = trace(facts);
    if (now != null && now.isSkewed()) {
      String way = now.ahead().isNegative() ? "behind" : "ahead";
      return skewed(When.NOW, offset(NetworkFacts.CLOCK_OFFSET, now, way), facts);
    }
    if (then != null) {
      return skewed(When.AT_FAILURE, offset(NetworkFacts.CLOCK_TRACES, then, "off"), facts);
    }
    return now == null
        ? Verdict.inconclusive(Phrase.of("because.guest-clock-skewed.not-compared"))
            .missing(NetworkFacts.CLOCK_OFFSET)
        : Verdict.ruledOut(
            When.NOW,
            Evidence.of(NetworkFacts.CLOCK_OFFSET, Phrase.of("evidence.guest-clock-skewed.in-step"))
                .withExcerpt(now.text())
                .withPlace(now.source(), now.line()));
  }

  private static Verdict skewed(When when, Evidence offset, Facts facts) {
    List<Evidence> agreeing = AGREEMENT.in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-clock-skewed.no-agreement"))
          .hinting(List.of(offset));
    }
    List<Evidence> all = new ArrayList<>(List.of(offset));
    all.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(when, all.toArray(Evidence[]::new)), facts);
  }

  /** The newest line of the failed job that tells of a clock too far off. */
  private static @Nullable ClockOffset trace(Facts facts) {
    List<ClockOffset> traces = facts.value(NetworkFacts.CLOCK_TRACES);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    ClockOffset newest = null;
    for (ClockOffset trace : traces == null ? List.<ClockOffset>of() : traces) {
      if (window != null && trace.isSkewed() && isInside(trace, window)) {
        newest = trace;
      }
    }
    return newest;
  }

  /** The time of a failure is told by Azure's clock, the window of a run by the guest's own. */
  private static boolean isInside(ClockOffset trace, JobWindow window) {
    Instant at = trace.at();
    boolean byGuest = window.basis() != JobWindow.Basis.FAILED_AT;
    return window.contains(at == null || byGuest ? at : at.minus(trace.ahead()));
  }

  private static Evidence offset(FactKey<?> key, ClockOffset offset, String way) {
    return Evidence.of(
            key,
            Phrase.of(
                "evidence.guest-clock-skewed." + way,
                "minutes",
                String.valueOf(offset.ahead().abs().toMinutes())))
        .withExcerpt(offset.text())
        .withPlace(offset.source(), offset.line())
        .withTime(offset.at());
  }
}
