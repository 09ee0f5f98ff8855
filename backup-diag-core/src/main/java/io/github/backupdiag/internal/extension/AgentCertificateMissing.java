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
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SettingsCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The certificate that the newest settings were encrypted for, or its key, is not in the agent's
 * folder (guest.linux.agent.certificates).
 */
public final class AgentCertificateMissing implements Diagnostic {

  private static final String RULE = "agent-certificate-missing";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.agent-certificate-missing", RULE)
          .needs(ExtensionFacts.CERTIFICATE)
          .helpful(
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.certificates");

  /** Made by {@code ServiceLoader}. */
  public AgentCertificateMissing() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Set<String> AGENT_LINES =
      Set.of("wa-cert-not-on-disk", "wa-cert-nokey", "wa-openssl-noopen", "wa-cert-still-out");
  private static final Set<String> EXTENSION_LINES =
      Set.of("ext-cert-unable", "ext-decrypt-failed", "ext-decrypt-smime-failed");
  private static final Set<String> CODES = Set.of("VMSnapshotLinux.16");

  @Override
  public Verdict diagnose(Facts facts) {
    SettingsCertificate certificate = facts.value(ExtensionFacts.CERTIFICATE);
    if (certificate == null) {
      return Verdict.inconclusive(Phrase.of("because.agent-certificate-missing.none-named"));
    }
    if (certificate.certificate() && certificate.key()) {
      return Verdict.ruledOut(When.NOW, evidence(certificate, "there"));
    }
    Evidence missing = evidence(certificate, certificate.certificate() ? "no-key" : "missing");
    List<Evidence> agreeing =
        new ArrayList<>(
            Agreement.lines(
                facts, GuestFacts.AGENT_LOG, event -> AGENT_LINES.contains(event.signature())));
    agreeing.addAll(
        Agreement.lines(
            facts, GuestFacts.EXTENSION_LOG, event -> EXTENSION_LINES.contains(event.signature())));
    agreeing.addAll(Agreement.code(facts, CODES));
    return agreeing.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.agent-certificate-missing.alone"))
            .hinting(List.of(missing))
        : Verdict.likely(When.NOW, Agreement.all(missing, agreeing))
            .with("file", certificate.settings());
  }

  private static Evidence evidence(SettingsCertificate certificate, String what) {
    return Evidence.of(
            ExtensionFacts.CERTIFICATE, Phrase.of("evidence.agent-certificate-missing." + what))
        .withPlace(certificate.settings(), 0);
  }
}
