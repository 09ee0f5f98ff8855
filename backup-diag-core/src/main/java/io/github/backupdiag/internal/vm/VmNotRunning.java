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
 * Azure shows the VM as stopped or deallocated (azure.vm.power-state, which only suggests: such a
 * VM is backed up all the same once the extension is installed, so a code must agree).
 */
public final class VmNotRunning implements Diagnostic {

  private static final Set<String> CODES =
      Set.of(
          "AzureVmOffline",
          "GuestAgentStatusUnavailableUserError",
          "UserErrorGuestAgentStatusUnavailable",
          "VMNotInRunningStateUserError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vm.vm-not-running", "vm-not-running")
          .needs(AzureVmFacts.INSTANCE_VIEW)
          .helpful(BackupFacts.MATCHES)
          .checks("azure.vm.power-state");

  /** Made by {@code ServiceLoader}. */
  public VmNotRunning() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    InstanceView view = facts.value(AzureVmFacts.INSTANCE_VIEW);
    String power = view == null ? "" : view.powerState();
    return switch (power) {
      case "running" ->
          Verdict.ruledOut(When.NOW, ViewEvidence.of(Phrase.of("evidence.vm-not-running.running")));
      case "stopped", "deallocated" -> off(power, facts);
      default -> Verdict.inconclusive(Phrase.of("because.vm-not-running.not-told"));
    };
  }

  private static Verdict off(String power, Facts facts) {
    Evidence state = ViewEvidence.of(Phrase.of("evidence.vm-not-running.off", "state", power));
    List<Evidence> code = ViewEvidence.code(facts, CODES);
    return code.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.vm-not-running.alone")).hinting(List.of(state))
        : Verdict.likely(When.NOW, state, code.get(0));
  }
}
