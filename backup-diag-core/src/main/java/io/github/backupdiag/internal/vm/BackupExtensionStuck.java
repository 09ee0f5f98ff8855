package io.github.backupdiag.internal.vm;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Azure shows the resource of the backup extension between two states (azure.extension.vmsnapshot,
 * which only suggests). Being deleted, it is stuck if the code says so; being created or updated
 * may be the work of the backup itself. A handler that is ready says nothing of it.
 */
public final class BackupExtensionStuck implements Diagnostic {

  private static final String TEXT = "evidence.backup-extension-stuck.";
  private static final String DELETING = "deleting";
  private static final Set<String> UNFINISHED = Set.of(DELETING, "updating", "creating");
  private static final Set<String> CODES = Set.of("ExtensionStuckInDeletionState");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.backup-extension-stuck", "backup-extension-stuck")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(BackupFacts.MATCHES)
          .checks("azure.extension.vmsnapshot");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionStuck() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    List<ExtensionView> ours =
        view == null
            ? List.of()
            : view.extensions().stream().filter(ExtensionView::isOfBackup).toList();
    if (view == null || ours.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-stuck.none"));
    }
    ExtensionView extension = ours.get(0);
    String state = state(extension);
    if (!UNFINISHED.contains(state)) {
      return extension.isWell()
          ? Verdict.ruledOut(
              When.NOW, ViewEvidence.of(Phrase.of(TEXT + "well", "extension", extension.name())))
          : Verdict.inconclusive(Phrase.of("because.backup-extension-stuck.settled"));
    }
    List<Evidence> seen = new ArrayList<>(List.of(evidence(extension, state)));
    ViewStatus ready = ViewEvidence.readyHandler(view, extension.type());
    if (ready != null) {
      seen.add(ViewEvidence.of(Phrase.of(TEXT + "ready-handler"), ready));
    }
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    if (code.isEmpty() || !state.equals(DELETING)) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-stuck.alone")).hinting(seen);
    }
    seen.addAll(code);
    return Verdict.likely(When.NOW, seen.toArray(Evidence[]::new));
  }

  /** State of the resource, else that of its status, in lower case. */
  private static String state(ExtensionView extension) {
    String resource = extension.provisioningState();
    String own = resource == null ? "" : resource.toLowerCase(Locale.ROOT);
    return UNFINISHED.contains(own)
        ? own
        : extension.statuses().stream()
            .map(status -> status.of("ProvisioningState"))
            .filter(UNFINISHED::contains)
            .findFirst()
            .orElse(own);
  }

  private static Evidence evidence(ExtensionView extension, String state) {
    Phrase text = Phrase.of(TEXT + "state", "extension", extension.name(), "state", state);
    return extension.statuses().isEmpty()
        ? ViewEvidence.of(text)
        : ViewEvidence.of(text, extension.statuses().get(0));
  }
}
