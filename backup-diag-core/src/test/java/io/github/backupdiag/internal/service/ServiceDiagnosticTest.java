package io.github.backupdiag.internal.service;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.agent.CngKeyIsolationStopped;
import io.github.backupdiag.internal.agent.GuestAgentStuckStopping;
import io.github.backupdiag.internal.agent.WindowsAgentNotRunning;
import io.github.backupdiag.internal.extension.BackupExtensionServiceDisabled;
import io.github.backupdiag.internal.extension.WindowsInstallerDisabled;
import io.github.backupdiag.internal.vss.ComEventSystemBroken;
import io.github.backupdiag.internal.vss.ComPlusNotRunning;
import io.github.backupdiag.internal.vss.MsdtcBroken;
import io.github.backupdiag.internal.vss.SoftwareShadowProviderBroken;
import io.github.backupdiag.internal.vss.SqlWriterLacksRights;
import io.github.backupdiag.internal.vss.SystemWriterHostStopped;
import io.github.backupdiag.internal.vss.VssServiceBroken;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each rule about one service. */
class ServiceDiagnosticTest {

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(new VssServiceBroken(), "VSS"),
        Arguments.of(new SoftwareShadowProviderBroken(), "swprv"),
        Arguments.of(new ComPlusNotRunning(), "COMSysApp"),
        Arguments.of(new ComEventSystemBroken(), "EventSystem"),
        Arguments.of(new MsdtcBroken(), "MSDTC"),
        Arguments.of(new SqlWriterLacksRights(), "SQLWriter"),
        Arguments.of(new SystemWriterHostStopped(), "CryptSvc"),
        Arguments.of(new BackupExtensionServiceDisabled(), "IaaSVmProvider"),
        Arguments.of(new WindowsInstallerDisabled(), "msiserver"),
        Arguments.of(new CngKeyIsolationStopped(), "KeyIso"),
        Arguments.of(new WindowsAgentNotRunning(), "WindowsAzureGuestAgent"),
        Arguments.of(new GuestAgentStuckStopping(), "WindowsAzureGuestAgent"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judgeNothingThatCouldNotBeSeen(Diagnostic rule, String name) {
    DiagnosticTester test = DiagnosticTester.of(rule).wordedBy();

    test.givenUnavailable(WindowsServiceFacts.SERVICES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    test.given(WindowsServiceFacts.SERVICES, new WindowsServices(List.of(), List.of()))
        .expectInconclusive();
    test.checkContract();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void doNotBlameAServiceThatIsNotSetUp(Diagnostic rule, String name) {
    DiagnosticTester.of(rule)
        .wordedBy()
        .given(WindowsServiceFacts.SERVICES, new WindowsServices(List.of(), List.of(name)))
        .expectNotApplicable();
  }
}
