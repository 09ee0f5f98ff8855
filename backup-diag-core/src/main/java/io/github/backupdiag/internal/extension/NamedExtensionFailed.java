package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.FailedExtension;
import java.util.List;
import java.util.Set;

/**
 * The error text names an extension that compute reports as failed (azure.extension.all). Another
 * one than that of the backup stopped the backup if the code says so; that of the backup is mostly
 * the trace of the failure.
 */
public final class NamedExtensionFailed implements Diagnostic {

  private static final Set<String> CODES = Set.of("UserErrorVmProvisioningStateFailed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.named-extension-failed", "extension-provisioning-failed")
          .helpful(BackupFacts.FAILED_EXTENSIONS, BackupFacts.MATCHES)
          .corroborating()
          .checks("azure.extension.all");

  /** Made by {@code ServiceLoader}. */
  public NamedExtensionFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FailedExtension> named = facts.value(BackupFacts.FAILED_EXTENSIONS);
    if (named == null || named.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.named-extension-failed.none"));
    }
    List<Evidence> seen = named.stream().map(NamedExtensionFailed::evidence).toList();
    List<FailedExtension> others = named.stream().filter(one -> !one.isOfBackup()).toList();
    List<Evidence> code = Agreement.code(facts, CODES);
    if (others.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.failed-extension.perhaps-trace"))
          .hinting(seen);
    }
    return code.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.failed-extension.alone")).hinting(seen)
        : Verdict.likely(When.NOW, Agreement.all(evidence(others.get(0)), code))
            .with("extension", others.get(0).name());
  }

  private static Evidence evidence(FailedExtension named) {
    return Evidence.of(
            BackupFacts.FAILED_EXTENSIONS,
            Phrase.of("evidence.named-extension-failed.text", "extension", named.name()))
        .withExcerpt(named.text())
        .withPlace(BackupFacts.INPUT, named.line());
  }
}
