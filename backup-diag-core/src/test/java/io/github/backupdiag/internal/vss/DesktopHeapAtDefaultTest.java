package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.DesktopHeap;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of the heap is context only. */
class DesktopHeapAtDefaultTest {

  private static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));

  private static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(2));

  private final DiagnosticTester heap =
      DiagnosticTester.of(new DesktopHeapAtDefault())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void theDefaultHeapIsContextOfEventsOnly() {
    DiagnosticTester small = heap.given(WindowsSetupFacts.DESKTOP_HEAP, size(768));
    assertThat(evidence(small.expectInconclusive())).isEmpty();
    assertThat(
            evidence(
                small
                    .given(WindowsFacts.EVENTS, event("Win32k", 243, INSIDE))
                    .expectInconclusive()))
        .hasSize(2);
    assertThat(
            evidence(
                small
                    .given(WindowsFacts.EVENTS, event("Win32k", 243, BEFORE))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void aRaisedHeapIsNoHint() {
    assertThat(
            evidence(
                heap.given(WindowsSetupFacts.DESKTOP_HEAP, size(4096))
                    .given(WindowsFacts.EVENTS, event("Win32k", 243, INSIDE))
                    .expectInconclusive()))
        .isEmpty();
    heap.givenUnavailable(WindowsSetupFacts.DESKTOP_HEAP, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    heap.givenAbsent(WindowsSetupFacts.DESKTOP_HEAP).expectInconclusive();
  }

  private static DesktopHeap size(long kilobytes) {
    return new DesktopHeap(20480, kilobytes, "key");
  }

  private static WindowsEvents event(String provider, int id, Instant time, String... data) {
    return new WindowsEvents(
        List.of(
            new WindowsEvent("System", provider, id, time, List.of(data), "wevtutil", 3, provider)),
        time,
        true);
  }
}
