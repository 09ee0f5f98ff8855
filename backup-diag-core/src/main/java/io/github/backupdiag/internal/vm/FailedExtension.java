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
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure shows an extension as failed (azure.extension.all, azure.extension.vmsnapshot). Both levels
 * count: a handler that is ready hides an extension whose work failed, and a word of success hides
 * a part of it that did not succeed, which is no more than a hint. A failed extension of another
 * product often stands beside good backups for months, so the code must say that it stopped this
 * one; that of the backup itself is mostly the trace of the failure.
 */
public final class FailedExtension implements Diagnostic {

  private static final String TEXT = "evidence.failed-extension.";
  private static final Set<String> CODES = Set.of("UserErrorVmProvisioningStateFailed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.failed-extension", "extension-provisioning-failed")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(BackupFacts.MATCHES)
          .checks("azure.extension.all", "azure.extension.vmsnapshot");

  /** Made by {@code ServiceLoader}. */
  public FailedExtension() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    if (view == null || (view.extensions().isEmpty() && handlers(view).isEmpty())) {
      return Verdict.inconclusive(Phrase.of("because.failed-extension.none"));
    }
    List<Failed> others = new ArrayList<>();
    List<Failed> ours = new ArrayList<>();
    for (Failed failed : failures(view)) {
      (failed.ofBackup() ? ours : others).add(failed);
    }
    List<Evidence> parts = failedParts(view);
    if (!others.isEmpty() || !ours.isEmpty()) {
      return failed(others, ours, view, facts);
    }
    return parts.isEmpty()
        ? noneFailed(view)
        : Verdict.inconclusive(Phrase.of("because.failed-extension.part")).hinting(parts);
  }

  private static Verdict failed(
      List<Failed> others, List<Failed> ours, InstanceView view, Facts facts) {
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    if (!code.isEmpty() && !others.isEmpty()) {
      Failed first = others.get(0);
      List<Evidence> all = new ArrayList<>(evidence(first, view));
      all.addAll(code);
      return Verdict.likely(When.NOW, all.toArray(Evidence[]::new)).with("extension", first.name());
    }
    List<Evidence> hints = new ArrayList<>();
    others.forEach(failed -> hints.addAll(evidence(failed, view)));
    ours.forEach(failed -> hints.addAll(evidence(failed, view)));
    String why = others.isEmpty() ? "perhaps-trace" : "alone";
    return Verdict.inconclusive(Phrase.of("because.failed-extension." + why)).hinting(hints);
  }

  /** What failed, and the handler that is ready in front of it. */
  private static List<Evidence> evidence(Failed failed, InstanceView view) {
    ViewStatus ready = ViewEvidence.readyHandler(view, failed.type());
    return ready == null
        ? List.of(failed.evidence())
        : List.of(
            failed.evidence(),
            ViewEvidence.of(Phrase.of(TEXT + "ready-handler", "extension", failed.name()), ready));
  }

  /** Of an extension that reports success, parts that it reports as failed. */
  private static List<Evidence> failedParts(InstanceView view) {
    List<Evidence> parts = new ArrayList<>();
    for (ExtensionView extension : view.extensions()) {
      for (ViewStatus part : extension.substatuses()) {
        if (part.isFailed()) {
          parts.add(ViewEvidence.of(Phrase.of(TEXT + "part", "extension", named(extension)), part));
        }
      }
    }
    return parts;
  }

  private static String named(ExtensionView extension) {
    return extension.name().isEmpty() ? extension.type() : extension.name();
  }

  private static Verdict noneFailed(InstanceView view) {
    boolean well =
        !view.extensions().isEmpty() && view.extensions().stream().allMatch(ExtensionView::isWell);
    return well
        ? Verdict.ruledOut(
            When.NOW, ViewEvidence.of(Phrase.of(TEXT + "all-well", "extension", name(view))))
        : Verdict.inconclusive(Phrase.of("because.failed-extension.not-over"));
  }

  private static String name(InstanceView view) {
    return view.extensions().get(0).name();
  }

  /** Something that failed, with what it said. */
  private record Failed(
      String name, String type, boolean ofBackup, @Nullable ViewStatus status, String level) {

    Evidence evidence() {
      Phrase text = Phrase.of(TEXT + level, "extension", name);
      return status == null ? ViewEvidence.of(text) : ViewEvidence.of(text, status);
    }
  }

  private static List<Failed> failures(InstanceView view) {
    List<Failed> failed = new ArrayList<>();
    for (ExtensionView extension : view.extensions()) {
      if (extension.isFailed()) {
        failed.add(
            new Failed(
                named(extension),
                extension.type(),
                extension.isOfBackup(),
                reason(extension),
                "failed"));
      }
    }
    for (HandlerView handler : handlers(view)) {
      ViewStatus status = handler.status();
      if (status != null && status.isFailed()) {
        failed.add(
            new Failed(handler.type(), handler.type(), isOfBackup(handler), status, "handler"));
      }
    }
    return failed;
  }

  private static @Nullable ViewStatus reason(ExtensionView extension) {
    return extension.statuses().stream().filter(ViewStatus::isFailed).findFirst().orElse(null);
  }

  private static boolean isOfBackup(HandlerView handler) {
    return new ExtensionView("", handler.type(), "", null, List.of(), List.of()).isOfBackup();
  }

  private static List<HandlerView> handlers(InstanceView view) {
    return view.agent() == null ? List.of() : view.agent().handlers();
  }
}
