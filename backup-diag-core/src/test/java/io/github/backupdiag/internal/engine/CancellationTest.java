package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.SIGN;
import static io.github.backupdiag.internal.engine.SignDiagnosis.both;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import io.github.backupdiag.request.CancellationToken;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever stops a diagnosis still gets a report. */
class CancellationTest {

  private static final Duration LIVENESS = Duration.ofSeconds(15);

  @Test
  void cancellingByTokenStillGivesAReport() {
    CancellationToken token = new CancellationToken();
    CountDownLatch never = new CountDownLatch(1);
    Probe cancelling =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context -> {
              token.cancel();
              never.await();
              return Observations.none();
            });

    Report report =
        assertTimeoutPreemptively(
            LIVENESS,
            () -> diagnosis(cancelling).build().diagnose(both().cancellation(token).build()));

    assertThat(report.status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void aTokenCancelledBeforehandRunsNoProbeAndIsReported() {
    CancellationToken token = new CancellationToken();
    token.cancel();

    Report report =
        diagnosis(Make.seeing("p.sign", SIGN, "bad"))
            .build()
            .diagnose(both().cancellation(token).build());

    assertThat(report.status()).isEqualTo(Status.CANCELLED);
    assertThat(report.facts().contains(SIGN)).isFalse();
  }

  @Test
  void interruptingTheCallerCancelsAndKeepsTheFlag() {
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    Probe interrupting =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context -> {
              caller.interrupt();
              never.await();
              return Observations.none();
            });

    Report report = diagnosis(interrupting).build().diagnose(both().build());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.status()).isEqualTo(Status.CANCELLED);
  }
}
