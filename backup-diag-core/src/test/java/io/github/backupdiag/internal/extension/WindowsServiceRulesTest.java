package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.service.ServiceSamples.given;
import static io.github.backupdiag.internal.service.ServiceSamples.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.internal.service.ServiceSamples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules about the services that the backup extension rests on. */
class WindowsServiceRulesTest {

  @Test
  void theServiceOfTheExtensionMayBeStoppedAndOfEitherStartType() {
    DiagnosticTester rule =
        DiagnosticTester.of(new BackupExtensionServiceDisabled())
            .wordedBy()
            .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedNoNetwork")));

    for (int start : new int[] {2, 3}) {
      rule.given(
              WindowsServiceFacts.SERVICES,
              ServiceSamples.services(service("IaaSVmProvider", start, ServiceSamples.SYSTEM, 1)))
          .expectInconclusive();
    }
    rule.given(
            WindowsServiceFacts.SERVICES,
            ServiceSamples.services(service("IaaSVmProvider", 4, ServiceSamples.SYSTEM, 1)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(
            evidence(
                given(
                        new BackupExtensionServiceDisabled(),
                        service("IaaSVmProvider", 4, ServiceSamples.SYSTEM, 1))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void aDisabledInstallerNeedsAnAgreeingCode() {
    DiagnosticTester test =
        given(new WindowsInstallerDisabled(), service("msiserver", 4, ServiceSamples.SYSTEM, 1));

    test.expectInconclusive();
    test.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionVCRedistInstallationFailure")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    given(new WindowsInstallerDisabled(), service("msiserver", 3, ServiceSamples.SYSTEM, 1))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionVCRedistInstallationFailure")))
        .expectInconclusive();
  }
}
