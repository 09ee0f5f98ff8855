package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.TenantCertificate;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.CertificateBlob;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the certificates of the tenant from the store of the machine
 * (guest.windows.certificate.crp). The registry is read, so that no text of a tool needs to be.
 */
public final class TenantCertificatesProbe extends WindowsProbe {

  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates";
  private static final Question<RegistryKey> STORE = Question.registry(KEY, 1);
  private static final List<Question<?>> QUESTIONS = List.of(STORE);

  /** Made by {@code ServiceLoader}. */
  public TenantCertificatesProbe() {
    super(
        describe("guest.windows.tenant-certificates", WindowsAgentFacts.CERTIFICATES)
            .withChecks("guest.windows.certificate.crp")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey store = Seen.value(answers, STORE);
    if (store == null) {
      Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
      return Seen.unavailable(
          WindowsAgentFacts.CERTIFICATES, why == null ? WholeWindows.notRecorded(KEY) : why);
    }
    List<TenantCertificate> found = new ArrayList<>();
    for (RegistryKey one : store.keys()) {
      TenantCertificate certificate =
          CertificateBlob.parse(KEY + "\\" + one.name(), one.text("Blob").orElse(""));
      if (certificate != null && certificate.subject().contains(TenantCertificate.SUBJECT)) {
        found.add(certificate);
      }
    }
    return found.isEmpty() && !store.complete()
        ? Seen.unavailable(WindowsAgentFacts.CERTIFICATES, WholeWindows.incomplete(KEY))
        : Observations.builder().observed(WindowsAgentFacts.CERTIFICATES, found, KEY).build();
  }
}
