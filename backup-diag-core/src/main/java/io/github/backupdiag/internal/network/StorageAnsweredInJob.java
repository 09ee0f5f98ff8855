package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.Set;

/**
 * The backup extension wrote its status or log to Azure storage while the failed job ran ({@code
 * blob written succesfully} in extension.log), so the way there was open. Another account may be
 * blocked by itself: a run in which the guest failed to call storage is not judged.
 */
public final class StorageAnsweredInJob implements Diagnostic {

  private static final Set<String> WRITTEN = Set.of("ext-blob-written");
  private static final Set<String> FAILED_CALLS =
      Set.of(
          "ext-guest-seq-failed",
          "ext-guest-http-failed",
          "ext-guest-snapshot-error",
          "ext-all-failed-guest",
          "ext-http-failed",
          "ext-http-none",
          "ext-blob-failed",
          "ext-blob-properties-failed",
          "ext-blob-page-failed",
          "ext-blob-commit-failed",
          "ext-status-blob-failed",
          "ext-page-write",
          "ext-page-write-exc",
          "ext-page-resize",
          "ext-page-resize-exc");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.storage-answered-in-job", "outbound-storage-blocked")
          .helpful(GuestFacts.EXTENSION_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public StorageAnsweredInJob() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    JobLines lines = JobLines.of(facts, GuestFacts.EXTENSION_LOG);
    LogEvent written = lines.newest(WRITTEN);
    return written == null || lines.newest(FAILED_CALLS) != null
        ? Verdict.notApplicable(Phrase.of("because.storage-answered-in-job.not-told"))
        : Verdict.ruledOut(
            When.AT_FAILURE, lines.evidence(written, "evidence.storage-answered-in-job.line"));
  }
}
