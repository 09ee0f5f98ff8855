package io.github.backupdiag.internal.vm;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.backup.BackupFacts;
import java.util.List;
import java.util.Set;

/**
 * Azure shows the VM on its way between two states (azure.vm.power-state,
 * azure.vm.provisioning-state). Updating that is seen only now is often the work of the backup
 * itself and never more than a hint.
 */
public final class VmStateTransitional implements Diagnostic {

  private static final Set<String> CODES =
      Set.of(
          "UserErrorVmNotInDesirableState",
          "UserErrorVmProvisioningStateFailed",
          "VmNotInDesirableState");
  private static final Set<String> SETTLED = Set.of("succeeded", "failed", "canceled");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.vm-state-transitional", "vm-state-transitional")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(BackupFacts.MATCHES)
          .checks("azure.vm.power-state", "azure.vm.provisioning-state");

  /** Made by {@code ServiceLoader}. */
  public VmStateTransitional() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    if (view == null || view.powerState().isEmpty() || view.provisioning().isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.vm-state-transitional.not-told"));
    }
    if (view.isChangingPower()) {
      return changing(view, facts);
    }
    Evidence state = evidence("state", view.provisioning());
    return SETTLED.contains(view.provisioning())
        ? Verdict.ruledOut(When.NOW, evidence("settled", view.powerState()))
        : Verdict.inconclusive(Phrase.of("because.vm-state-transitional.perhaps-backup"))
            .hinting(List.of(state));
  }

  private static Verdict changing(InstanceView view, Facts facts) {
    Evidence state = evidence("state", view.powerState());
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    return code.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.vm-state-transitional.alone"))
            .hinting(List.of(state))
        : Verdict.likely(When.NOW, state, code.get(0));
  }

  private static Evidence evidence(String what, String state) {
    return ViewEvidence.of(Phrase.of("evidence.vm-state-transitional." + what, "state", state));
  }
}
