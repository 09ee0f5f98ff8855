package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SettingsCertificate;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class AgentCertificateMissingTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new AgentCertificateMissing())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static SettingsCertificate certificate(boolean certificate, boolean key) {
    return new SettingsCertificate("/x/config/21.settings", certificate, key);
  }

  @Test
  void confirmsAMissingCertificateWithALineOfThatNight() {
    rule.given(ExtensionFacts.CERTIFICATE, certificate(false, false))
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-cert-not-on-disk", "Certificate required by goal state"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsAMissingKeyAlone() {
    assertThat(
            evidence(
                rule.given(ExtensionFacts.CERTIFICATE, certificate(true, false))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutACertificateWithItsKey() {
    rule.given(ExtensionFacts.CERTIFICATE, certificate(true, true)).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhereNoneIsNamedOrRecorded() {
    rule.givenAbsent(ExtensionFacts.CERTIFICATE).expectInconclusive();
    rule.givenUnavailable(ExtensionFacts.CERTIFICATE, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
