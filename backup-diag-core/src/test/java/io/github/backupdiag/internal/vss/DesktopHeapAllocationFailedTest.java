package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesktopHeapAllocationFailedTest {

  private static final String WIN32K = "Microsoft-Windows-Win32k";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new DesktopHeapAllocationFailed())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);
  private final DiagnosticTester coded =
      rule.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")));

  @Test
  void confirmsAHeapThatWasUsedUpInTheJobIfACodeAgrees() {
    WindowsEvent then = event("Win32k", 243, INSIDE);

    coded
        .given(WindowsFacts.EVENTS, events(then))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("input", 7);
    assertThat(evidence(rule.given(WindowsFacts.EVENTS, events(then)).expectInconclusive()))
        .hasSize(1);
    coded
        .given(WindowsFacts.EVENTS, events(event("Win32k", 244, null)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void remembersAnEventOfHoursBeforeUntilTheNextStart() {
    WindowsEvent before = event(WIN32K, 243, BEFORE);

    coded
        .given(WindowsFacts.EVENTS, events(before))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    coded
        .given(WindowsFacts.EVENTS, events(before, started(BEFORE.plusSeconds(9))))
        .expectInconclusive();
    coded
        .given(
            WindowsFacts.EVENTS,
            events(
                started(BEFORE.minusSeconds(9)),
                before,
                started(Samples.WINDOW.end().plusSeconds(9))))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesNeitherTheHeapOfAUserNorALaterEventForThatOfTheJob() {
    coded
        .given(WindowsFacts.EVENTS, events(event(WIN32K, 243, INSIDE, "Session ID: 3")))
        .expectInconclusive();
    coded
        .given(
            WindowsFacts.EVENTS, events(event(WIN32K, 243, INSIDE, "14012", "x.exe", "14260", "2")))
        .expectInconclusive();
    coded
        .given(
            WindowsFacts.EVENTS, events(event(WIN32K, 243, INSIDE, "14012", "x.exe", "14260", "0")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    coded
        .given(
            WindowsFacts.EVENTS,
            events(event(WIN32K, 243, Samples.WINDOW.end().plus(Duration.ofHours(1)))))
        .expectInconclusive();
  }

  @Test
  void saysNothingUnseen() {
    coded
        .givenUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.checkContract();
  }

  private static WindowsEvent started(Instant at) {
    return event("EventLog", 6005, at);
  }
}
