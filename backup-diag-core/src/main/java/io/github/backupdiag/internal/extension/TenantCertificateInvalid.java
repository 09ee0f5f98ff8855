package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.TenantCertificate;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.time.Instant;
import java.util.List;

/**
 * The store of the machine holds no certificate of the tenant that is valid and has a key
 * (guest.windows.certificate.crp, which only suggests).
 */
public final class TenantCertificateInvalid implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes("ExtensionConfigParsingFailure", "GuestAgentCertificateNotFound")
          .lines(
              "wg-transportcert",
              "wg-transportcert2",
              "wg-pfximport",
              "wg-installcert",
              "wg-keyset",
              "wg-undecryptable");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.tenant-certificate-invalid", "agent-certificate-missing")
          .needs(WindowsAgentFacts.CERTIFICATES)
          .helpful(WindowsTraces.readsWith(BackupFacts.REFERENCE_TIME))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.certificate.crp");

  /** Made by {@code ServiceLoader}. */
  public TenantCertificateInvalid() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<TenantCertificate> certificates = facts.value(WindowsAgentFacts.CERTIFICATES);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    if (certificates == null || now == null) {
      return WindowsTraces.notSeen(WindowsAgentFacts.CERTIFICATES);
    }
    for (TenantCertificate certificate : certificates) {
      if (certificate.isValidAt(now) && certificate.key()) {
        return Verdict.ruledOut(When.NOW, evidence(certificate, "valid"));
      }
    }
    if (certificates.isEmpty()) {
      return TRACES.judge(
          facts,
          Evidence.of(
              WindowsAgentFacts.CERTIFICATES,
              Phrase.of("evidence.tenant-certificate-invalid.none")));
    }
    TenantCertificate last = certificates.get(certificates.size() - 1);
    return TRACES.judge(facts, evidence(last, last.isValidAt(now) ? "no-key" : "expired"));
  }

  private static Evidence evidence(TenantCertificate certificate, String what) {
    return Evidence.of(
            WindowsAgentFacts.CERTIFICATES,
            Phrase.of("evidence.tenant-certificate-invalid." + what))
        .withExcerpt(certificate.notBefore() + " - " + certificate.notAfter())
        .withPlace(certificate.place(), 0);
  }
}
