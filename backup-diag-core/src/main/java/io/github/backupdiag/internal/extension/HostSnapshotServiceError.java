package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The status tells how the host answered to the snapshot (guest.linux.extension.status). */
public final class HostSnapshotServiceError implements Diagnostic {

  private static final String RULE = "host-snapshot-service-error";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.host-snapshot-service-error", RULE)
          .needs(ExtensionFacts.STATUS)
          .helpful(BackupFacts.WINDOW, BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public HostSnapshotServiceError() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Answers of a snapshot service that is down, empty or not understood. */
  private static final Set<Long> FAILURES = Set.of(556L, 557L, 558L);

  /** Codes of a run in which snapshots failed for lack of an answer. */
  private static final Set<Long> NO_NETWORK = Set.of(76L, 761L);

  private static final Set<String> CODES = Set.of("ExtensionSnapshotFailedNoNetwork");

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    Long check = outcome == null ? null : outcome.hostCheck();
    Long answer = outcome == null ? null : outcome.hostAnswer();
    if (status == null || outcome == null || (check == null && answer == null)) {
      return Verdict.inconclusive(Phrase.of("because.host-snapshot-service-error.not-told"));
    }
    Long failure = failure(check, answer);
    if (failure == null) {
      return answer != null && answer == 200
          ? Verdict.ruledOut(NewestStatus.when(status, facts), evidence(status, answer))
          : Verdict.inconclusive(Phrase.of("because.host-snapshot-service-error.not-told"));
    }
    Evidence refused = evidence(status, failure);
    List<Evidence> agreeing = new ArrayList<>(Agreement.code(facts, CODES));
    if (NO_NETWORK.contains(outcome.code())) {
      agreeing.add(NewestStatus.evidence(status, outcome));
    }
    boolean sound = !outcome.isSuccess() && NewestStatus.isOfTheJob(status, facts);
    return sound && !agreeing.isEmpty()
        ? Verdict.likely(When.AT_FAILURE, Agreement.all(refused, agreeing))
        : Verdict.inconclusive(Phrase.of("because.host-snapshot-service-error.alone"))
            .hinting(outcome.isSuccess() ? List.of() : List.of(refused));
  }

  private static @Nullable Long failure(@Nullable Long check, @Nullable Long answer) {
    if (answer != null && FAILURES.contains(answer)) {
      return answer;
    }
    return check != null && FAILURES.contains(check) ? check : null;
  }

  private static Evidence evidence(ExtensionStatus status, Long answer) {
    return Evidence.of(
            ExtensionFacts.STATUS,
            Phrase.of(
                "evidence.host-snapshot-service-error.answer", "code", String.valueOf(answer)))
        .withPlace(status.file(), status.line())
        .withTime(status.at());
  }
}
