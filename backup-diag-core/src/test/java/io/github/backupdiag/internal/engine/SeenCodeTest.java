package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static io.github.backupdiag.internal.engine.SignDiagnosis.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes that probes meet on the way. */
class SeenCodeTest {

  private static final Instant FAILED = Instant.parse("2026-03-14T02:16:10Z");

  @Test
  void aCodeSeenInTheWindowAddsItsCausesAndTheirProbes() {
    Report report = diagnoseWithSeenCode(FAILED.minusSeconds(60));

    assertThat(stateOf(report, "x-other")).isEqualTo(CauseState.CONFIRMED);
    assertThat(report.matches()).extracting("code").containsExactly("XSignError", "XBothError");
  }

  @Test
  void aCodeSeenOutsideTheWindowAddsNothing() {
    Report report = diagnoseWithSeenCode(FAILED.minus(Duration.ofDays(3)));

    assertThat(report.causes()).extracting("id").containsExactly("x-sign");
    assertThat(report.facts().contains(OTHER)).isFalse();
  }

  private static Report diagnoseWithSeenCode(Instant at) {
    Probe finder =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context ->
                Observations.builder()
                    .observed(SIGN, "good", "t")
                    .seenCode(new SeenCode("XBothError", "/status", at, "XBothError"))
                    .build());
    return diagnosis(finder, Make.seeing("p.other", OTHER, "bad"))
        .build()
        .diagnose(DiagnosisRequest.builder().code("XSignError").failedAt(FAILED).build());
  }
}
