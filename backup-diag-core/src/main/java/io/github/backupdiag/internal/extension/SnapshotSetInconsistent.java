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
import io.github.backupdiag.fact.guest.FailedFlag;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some disks of the run were snapshotted and others not (guest.linux.extension.status,
 * guest.linux.snapshot.failed-flag).
 */
public final class SnapshotSetInconsistent implements Diagnostic {

  private static final String RULE = "snapshot-set-inconsistent";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.snapshot-set-inconsistent", RULE)
          .needs(ExtensionFacts.STATUS)
          .helpful(ExtensionFacts.FAILED_FLAG, GuestFacts.EXTENSION_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.extension.status",
              "guest.linux.snapshot.failed-flag",
              "guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public SnapshotSetInconsistent() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** The code of a set that was thrown away. */
  private static final long THROWN_AWAY = 2;

  private static final Set<String> LINES =
      Set.of("ext-inconsistent", "ext-thaw-inconsistent", "ext-thaw-child-failure");

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    if (status == null || outcome == null) {
      return Verdict.inconclusive(Phrase.of("because.extension.no-status"));
    }
    if (outcome.isSuccess()) {
      return Verdict.ruledOut(
          NewestStatus.when(status, facts), NewestStatus.evidence(status, outcome));
    }
    boolean partly = outcome.failedDisks() > 0 && outcome.failedDisks() < outcome.disks();
    List<Evidence> agreeing = new ArrayList<>();
    if (outcome.code() == THROWN_AWAY) {
      agreeing.add(NewestStatus.evidence(status, outcome));
    }
    agreeing.addAll(
        Agreement.lines(
            facts, GuestFacts.EXTENSION_LOG, event -> LINES.contains(event.signature())));
    List<Evidence> seen = new ArrayList<>();
    if (partly) {
      seen.add(disks(status, outcome));
    }
    flag(facts, seen);
    if (partly && !agreeing.isEmpty() && NewestStatus.isOfTheJob(status, facts)) {
      seen.addAll(agreeing);
      return Verdict.likely(When.AT_FAILURE, seen.toArray(Evidence[]::new));
    }
    return Verdict.inconclusive(Phrase.of("because.snapshot-set-inconsistent.not-told"))
        .hinting(seen);
  }

  private static Evidence disks(ExtensionStatus status, Outcome outcome) {
    return Evidence.of(
            ExtensionFacts.STATUS,
            Phrase.of(
                "evidence.snapshot-set-inconsistent.disks",
                "failed",
                String.valueOf(outcome.failedDisks()),
                "disks",
                String.valueOf(outcome.disks())))
        .withPlace(status.file(), status.line())
        .withTime(status.at());
  }

  private static void flag(Facts facts, List<Evidence> seen) {
    FailedFlag flag = facts.value(ExtensionFacts.FAILED_FLAG);
    if (flag != null && flag.failed()) {
      seen.add(
          Evidence.of(
                  ExtensionFacts.FAILED_FLAG, Phrase.of("evidence.snapshot-set-inconsistent.flag"))
              .withPlace(flag.path(), flag.line()));
    }
  }
}
