package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WmiRepositoryBrokenTest {

  private static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));

  private static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(2));

  private final DiagnosticTester wmi =
      DiagnosticTester.of(new WmiRepositoryBroken())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void anInconsistentRepositoryNeedsAFailedSetupOfTheAgent() {
    DiagnosticTester broken = wmi.given(WindowsSetupFacts.WMI_VERIFICATION, 1L);
    assertThat(evidence(broken.expectInconclusive())).hasSize(1);
    broken
        .given(WindowsFacts.EVENTS, setup("Windows Azure VM Agent - 2.7 -- Error 1722.", INSIDE))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("winmgmt /verifyrepository", 0);
    broken
        .given(WindowsFacts.EVENTS, setup("Another product -- Error 1722.", INSIDE))
        .expectInconclusive();
    broken
        .given(WindowsFacts.EVENTS, setup("Windows Azure VM Agent -- Error 1722.", BEFORE))
        .expectInconclusive();
  }

  @Test
  void aConsistentRepositoryRulesNothingOut() {
    DiagnosticTester consistent = wmi.given(WindowsSetupFacts.WMI_VERIFICATION, 0L);
    assertThat(evidence(consistent.expectInconclusive())).isEmpty();
    consistent
        .given(WindowsFacts.EVENTS, setup("Windows Azure VM Agent -- Error 1722.", INSIDE))
        .expectInconclusive();
    wmi.givenUnavailable(WindowsSetupFacts.WMI_VERIFICATION, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void aDisabledServiceIsToldApart() {
    assertThat(
            evidence(wmi.given(WindowsServiceFacts.SERVICES, service(4, 1)).expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(wmi.given(WindowsServiceFacts.SERVICES, service(4, 4)).expectInconclusive()))
        .isEmpty();
    assertThat(
            evidence(wmi.given(WindowsServiceFacts.SERVICES, service(2, 1)).expectInconclusive()))
        .isEmpty();
  }

  private static WindowsServices service(int start, int state) {
    return new WindowsServices(
        List.of(new WindowsService("Winmgmt", start, "LocalSystem", "", state)), List.of());
  }

  private static WindowsEvents setup(String text, Instant time) {
    return event("MsiInstaller", 11722, time, "Product: " + text);
  }

  private static WindowsEvents event(String provider, int id, Instant time, String... data) {
    return new WindowsEvents(
        List.of(
            new WindowsEvent("System", provider, id, time, List.of(data), "wevtutil", 3, provider)),
        time,
        true);
  }
}
