package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.service.ServiceSamples.given;
import static io.github.backupdiag.internal.service.ServiceSamples.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.internal.service.ServiceSamples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about the services of the shadow copies. */
class WindowsServiceRulesTest {

  @ParameterizedTest
  @CsvSource({"2", "3"})
  void automaticOrOnDemandAndStoppedIsTheNormalStateOfVss(int start) {
    given(new VssServiceBroken(), service("VSS", start, ServiceSamples.SYSTEM, 1))
        .expectRuledOut(When.NOW);
    given(new VssServiceBroken(), service("VSS", start, ServiceSamples.SYSTEM, 4))
        .expectRuledOut(When.NOW);
  }

  @Test
  void aDisabledVssIsTheCause() {
    var verdict =
        given(new VssServiceBroken(), service("VSS", 4, ServiceSamples.SYSTEM, 1))
            .expectConfirmed(When.NOW, Confidence.CERTAIN);

    assertThat(evidence(verdict).get(0).file()).endsWith("\\VSS");
  }

  @Test
  void aVssThatIsStartingOrWhoseStateIsNotKnownIsNotJudged() {
    given(new VssServiceBroken(), service("VSS", 3, ServiceSamples.SYSTEM, 2)).expectInconclusive();
    given(new VssServiceBroken(), service("VSS", 3, ServiceSamples.SYSTEM, null))
        .expectInconclusive();
    given(new VssServiceBroken(), service("VSS", null, ServiceSamples.SYSTEM, 1))
        .expectInconclusive();
  }

  @Test
  void theShadowProviderIsJudgedByItsStartType() {
    given(new SoftwareShadowProviderBroken(), service("swprv", 4, ServiceSamples.SYSTEM, 1))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    given(new SoftwareShadowProviderBroken(), service("swprv", 3, ServiceSamples.SYSTEM, 1))
        .expectInconclusive();
    given(new SoftwareShadowProviderBroken(), service("swprv", 3, ServiceSamples.SYSTEM, 4))
        .expectRuledOut(When.NOW);
  }

  @Test
  void comPlusIsJudgedByItsStartType() {
    given(new ComPlusNotRunning(), service("COMSysApp", 4, ServiceSamples.SYSTEM, 1))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    given(new ComPlusNotRunning(), service("COMSysApp", 3, ServiceSamples.SYSTEM, 1))
        .expectInconclusive();
    given(new ComPlusNotRunning(), service("COMSysApp", 3, ServiceSamples.SYSTEM, 4))
        .expectRuledOut(When.NOW);
  }

  @Test
  void aDisabledServiceThatComPlusNeedsOnlySuggests() {
    DiagnosticTester stopped =
        given(
            new ComPlusNotRunning(),
            service("COMSysApp", 3, ServiceSamples.SYSTEM, 1),
            service("SENS", 4, ServiceSamples.SYSTEM, 1));
    var code = List.of(Samples.code("ExtensionInstallationFailedCOM"));

    assertThat(evidence(stopped.expectInconclusive())).hasSize(1);
    stopped.given(BackupFacts.MATCHES, code).expectConfirmed(When.NOW, Confidence.LIKELY);
    given(
            new ComPlusNotRunning(),
            service("COMSysApp", 3, ServiceSamples.SYSTEM, 4),
            service("SENS", 4, ServiceSamples.SYSTEM, 1))
        .given(BackupFacts.MATCHES, code)
        .expectRuledOut(When.NOW);
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4,", "2, 1"})
  void theHostOfSystemWriterAtRestOnlySuggests(int start, Integer state) {
    DiagnosticTester rest =
        given(
            new SystemWriterHostStopped(),
            service("CryptSvc", start, ServiceSamples.NETWORK, state));
    var code = List.of(Samples.code("ExtensionFailedVssWriterInBadState"));

    assertThat(evidence(rest.expectInconclusive())).hasSize(1);
    rest.given(BackupFacts.MATCHES, code).expectConfirmed(When.NOW, Confidence.LIKELY);
    rest.given(BackupFacts.MATCHES, code)
        .given(
            WindowsFacts.VSS_WRITERS,
            VssSamples.whole(VssSamples.writer("System Writer", VssSamples.SYSTEM, 1, "")))
        .expectInconclusive();
  }

  @Test
  void theHostOfSystemWriterThatRunsIsNotBlamed() {
    given(new SystemWriterHostStopped(), service("CryptSvc", 2, ServiceSamples.NETWORK, 4))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectInconclusive();
  }

  @Test
  void theEventSystemMustRun() {
    String account = "NT AUTHORITY\\LocalService";
    given(new ComEventSystemBroken(), service("EventSystem", 4, account, null))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    given(new ComEventSystemBroken(), service("EventSystem", 2, account, 1))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
    given(new ComEventSystemBroken(), service("EventSystem", 2, account, 2)).expectInconclusive();
  }

  @Test
  void aRunningEventSystemIsWellOnlyIfWritersAnswer() {
    DiagnosticTester test =
        given(
            new ComEventSystemBroken(), service("EventSystem", 2, "NT AUTHORITY\\LocalService", 4));
    VssWriter writer = new VssWriter("System Writer", "", "", 1, "", "", 1);

    test.expectInconclusive();
    assertThat(
            evidence(test.given(WindowsFacts.VSS_WRITERS, VssSamples.whole()).expectInconclusive()))
        .hasSize(1);
    test.given(WindowsFacts.VSS_WRITERS, new VssWriters("vssadmin", List.of(writer), true))
        .expectRuledOut(When.NOW);
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "3, 1", "3, 4"})
  void msdtcAsNetworkServiceIsNeverBlamed(int start, int state) {
    DiagnosticTester test =
        given(new MsdtcBroken(), service("MSDTC", start, ServiceSamples.NETWORK, state))
            .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionInstallationFailedCOM")));
    if (state == 4) {
      test.expectRuledOut(When.NOW);
    } else {
      test.expectInconclusive();
    }
  }

  @Test
  void msdtcUnderAnotherAccountNeedsAnAgreeingCode() {
    DiagnosticTester test = given(new MsdtcBroken(), service("MSDTC", 2, ServiceSamples.SYSTEM, 4));

    assertThat(evidence(test.expectInconclusive())).isNotEmpty();
    test.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionInstallationFailedMDTC")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    given(new MsdtcBroken(), service("MSDTC", 4, ServiceSamples.NETWORK, 1))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void msdtcUnderABuiltInAccountOfAnUnknownLanguageIsNotBlamed() {
    given(new MsdtcBroken(), service("MSDTC", 2, "NT INSTANS\\Nätverkstjänst", 4))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionInstallationFailedMDTC")))
        .expectInconclusive();
  }

  @Test
  void theSqlWriterUnderAnotherAccountNeedsAnAgreeingCode() {
    DiagnosticTester test =
        given(new SqlWriterLacksRights(), service("SQLWriter", 2, "CONTOSO\\sql", 4));

    assertThat(evidence(test.expectInconclusive())).isNotEmpty();
    test.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    given(new SqlWriterLacksRights(), service("SQLWriter", 2, ServiceSamples.SYSTEM, 4))
        .given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionFailedVssWriterInBadState")))
        .expectInconclusive();
  }
}
