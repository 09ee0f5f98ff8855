package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static io.github.backupdiag.internal.engine.SignDiagnosis.both;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static io.github.backupdiag.internal.engine.SignDiagnosis.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Probes that hang, throw or answer nonsense cost their own facts only. */
class FaultyProbeTest {

  private static final Duration LIVENESS = Duration.ofSeconds(15);

  @Test
  void aProbeThatHangsIsDroppedAndTheRestIsUnaffected() {
    CountDownLatch never = new CountDownLatch(1);
    Probe hanging =
        Make.probe(
            ProbeDescriptor.of("p.hanging", SIGN).withTimeout(Duration.ofMillis(200)),
            context -> {
              awaitWhateverHappens(never);
              return Observations.none();
            });

    Report report =
        assertTimeoutPreemptively(
            LIVENESS,
            () ->
                diagnosis(hanging, Make.seeing("p.other", OTHER, "bad"))
                    .build()
                    .diagnose(both().build()));

    never.countDown();
    assertThat(stateOf(report, "x-other")).isEqualTo(CauseState.CONFIRMED);
    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.NOT_TESTED);
    assertThat(report.status()).isEqualTo(Status.PARTIAL);
    assertThat(report.problems()).anyMatch(problem -> problem.where().equals("p.hanging"));
    assertThat(report.facts().get(SIGN))
        .isInstanceOfSatisfying(
            Unavailable.class,
            missing -> assertThat(missing.reason()).isEqualTo(UnavailableReason.TIMED_OUT));
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException e) {
        // This probe ignores interrupts on purpose.
      }
    }
  }

  @Test
  void aProbeThatStillHangsIsNotStartedAgain() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger starts = new AtomicInteger();
    Probe hanging =
        Make.probe(
            ProbeDescriptor.of("p.hanging", SIGN).withTimeout(Duration.ofMillis(100)),
            context -> {
              starts.incrementAndGet();
              awaitWhateverHappens(never);
              return Observations.none();
            });
    BackupDiagnosis diagnosis = diagnosis(hanging).build();

    assertTimeoutPreemptively(
        LIVENESS,
        () -> {
          diagnosis.diagnose(both().build());
          diagnosis.diagnose(both().build());
        });

    never.countDown();
    assertThat(starts).hasValue(1);
  }

  @Test
  void oneDeadlineHoldsForAllProbes() {
    CountDownLatch never = new CountDownLatch(1);
    Probe slow =
        Make.probe(
            ProbeDescriptor.of("p.slow", SIGN).withTimeout(Duration.ofHours(1)),
            context -> {
              never.await();
              return Observations.none();
            });

    Report report =
        assertTimeoutPreemptively(
            LIVENESS,
            () ->
                diagnosis(slow).build().diagnose(both().deadline(Duration.ofMillis(200)).build()));

    assertThat(report.status()).isEqualTo(Status.PARTIAL);
  }

  @Test
  void aFaultyProbeIsNamedAndTheRestIsUnaffected() {
    List<Make.Look> faults =
        List.of(
            context -> {
              throw new IllegalStateException("broken\nsecond line");
            },
            context -> recurse(0),
            context -> {
              throw new NoClassDefFoundError("gone");
            },
            context -> null,
            context -> Observations.builder().observed(OTHER, "undeclared", "t").build(),
            context -> Observations.builder().observed(SIGN, "x".repeat(5 << 20), "flood").build());
    for (Make.Look fault : faults) {
      Report report =
          diagnosis(
                  Make.probe(ProbeDescriptor.of("p.faulty", SIGN), fault),
                  Make.seeing("p.other", OTHER, "bad"))
              .build()
              .diagnose(both().build());

      assertThat(stateOf(report, "x-other")).isEqualTo(CauseState.CONFIRMED);
      assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.NOT_TESTED);
      assertThat(report.status()).isEqualTo(Status.PARTIAL);
      assertThat(report.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.where()).isEqualTo("p.faulty");
                assertThat(problem.text()).isNotBlank().doesNotContain("\n");
              });
    }
  }

  private static Observations recurse(int depth) {
    return depth < 0 ? Observations.none() : recurse(depth + 1);
  }
}
