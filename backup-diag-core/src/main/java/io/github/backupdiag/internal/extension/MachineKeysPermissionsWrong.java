package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.ClosedFolders;
import io.github.backupdiag.internal.system.WindowsTraces;

/**
 * Everyone or administrators have no entry in the rights of the machine keys, or the system none in
 * those of the key folders (guest.windows.acl.machine-keys, which only suggests).
 */
public final class MachineKeysPermissionsWrong implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes("ExtensionConfigParsingFailure", "GuestAgentCertificateNotFound")
          .lines(
              "wg-rdcrypt",
              "wg-transportcert",
              "wg-transportcert2",
              "wg-pfximport",
              "wg-installcert",
              "wg-cert-install-warning",
              "wg-keyset");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.machine-keys-permissions-wrong", "machine-keys-permissions-wrong")
          .needs(WindowsAgentFacts.FOLDER_RIGHTS)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.acl.machine-keys");

  /** Made by {@code ServiceLoader}. */
  public MachineKeysPermissionsWrong() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    return ClosedFolders.judge(
        facts,
        TRACES,
        right -> right.path().toLowerCase(java.util.Locale.ROOT).contains("/microsoft/crypto/"));
  }
}
