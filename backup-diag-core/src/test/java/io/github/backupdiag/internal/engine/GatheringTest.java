package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static io.github.backupdiag.internal.engine.SignDiagnosis.both;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static io.github.backupdiag.internal.engine.SignDiagnosis.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Sensitivity;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.probe.ProbeDescriptor.Cost;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which probes are asked, in which order, and what becomes of their facts. */
class GatheringTest {

  private static final Duration LIVENESS = Duration.ofSeconds(15);

  @Test
  void runsOnlyTheProbesThatTheCausesOfTheCodeNeed() {
    AtomicInteger others = new AtomicInteger();
    Probe other =
        Make.probe(
            ProbeDescriptor.of("p.other", OTHER),
            context -> {
              others.incrementAndGet();
              return Observations.none();
            });

    Report report =
        diagnosis(Make.seeing("p.sign", SIGN, "bad"), other)
            .build()
            .diagnose(DiagnosisRequest.builder().code("XSignError").build());

    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
    assertThat(others).hasValue(0);
    assertThat(report.status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void runsAProbeOnceThoughSeveralRulesNeedItsFact() {
    AtomicInteger looks = new AtomicInteger();
    Probe probe =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context -> {
              looks.incrementAndGet();
              return Observations.builder().observed(SIGN, "bad", "t").build();
            });

    diagnosis(probe)
        .add(Make.bySign("test.again", "x-other", SIGN, When.NOW))
        .build()
        .diagnose(both().build());

    assertThat(looks).hasValue(1);
  }

  @Test
  void asksTheCheaperProbeFirstAndTheNextOnlyIfItSawNothing() {
    List<String> asked = new ArrayList<>();
    Probe cheap = failing("p.b-cheap", Cost.CHEAP, asked);
    Probe dear = counted("p.a-dear", Cost.EXPENSIVE, asked);
    Probe dearest = counted("p.c-dear", Cost.EXPENSIVE, asked);

    Report report = diagnosis(dearest, dear, cheap).build().diagnose(both().build());

    assertThat(asked).containsExactly("p.b-cheap", "p.a-dear");
    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
  }

  private static Probe failing(String id, Cost cost, List<String> asked) {
    return Make.probe(
        ProbeDescriptor.of(id, SIGN).withCost(cost),
        context -> {
          asked.add(id);
          return Observations.builder()
              .unavailable(SIGN, UnavailableReason.NOT_RECORDED, "")
              .build();
        });
  }

  private static Probe counted(String id, Cost cost, List<String> asked) {
    return Make.probe(
        ProbeDescriptor.of(id, SIGN).withCost(cost),
        context -> {
          asked.add(id);
          return Observations.builder().observed(SIGN, "bad", "t").build();
        });
  }

  @Test
  void givesAProbeTheFactsThatItNeeds() {
    Probe base = Make.seeing("p.base", OTHER, "good");
    Probe derived =
        Make.probe(
            ProbeDescriptor.of("p.derived", SIGN).withNeeds(OTHER),
            context ->
                Observations.builder()
                    .observed(
                        SIGN,
                        context.get(OTHER) instanceof Observed<String> seen
                                && seen.value().equals("good")
                            ? "bad"
                            : "good",
                        "t")
                    .build());

    Report report =
        diagnosis(base, derived)
            .build()
            .diagnose(DiagnosisRequest.builder().code("XSignError").build());

    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
  }

  @Test
  void probesThatNeedEachOtherRunAllTheSame() {
    Probe one =
        Make.probe(
            ProbeDescriptor.of("p.one", SIGN).withNeeds(OTHER),
            context -> Observations.builder().observed(SIGN, "bad", "t").build());
    Probe two =
        Make.probe(
            ProbeDescriptor.of("p.two", OTHER).withNeeds(SIGN),
            context -> Observations.builder().observed(OTHER, "bad", "t").build());

    Report report =
        assertTimeoutPreemptively(
            LIVENESS, () -> diagnosis(one, two).build().diagnose(both().build()));

    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
    assertThat(stateOf(report, "x-other")).isEqualTo(CauseState.CONFIRMED);
  }

  @Test
  void knownFactsSwitchTheirProbesOff() {
    AtomicInteger looks = new AtomicInteger();
    Probe probe =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context -> {
              looks.incrementAndGet();
              return Observations.none();
            });
    FactSet known = FactSet.builder().observed(SIGN, "bad", "recording").build();

    Report report = diagnosis(probe).build().diagnose(both().knownFacts(known).build());

    assertThat(looks).hasValue(0);
    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
  }

  @Test
  void aProbeWithoutItsConnectionIsNotRunAndTheReportSaysSo() {
    Probe unconnected =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN).withConnections(StringBuilder.class),
            context -> Observations.builder().observed(SIGN, "bad", "t").build());

    Report report = diagnosis(unconnected).build().diagnose(both().build());

    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.NOT_TESTED);
    assertThat(report.status()).isEqualTo(Status.COMPLETE);
    assertThat(report.facts().get(SIGN))
        .isEqualTo(new Unavailable<>(UnavailableReason.NOT_CONNECTED, "StringBuilder"));
    assertThat(report.nextSteps()).anyMatch(step -> step.unlocks().contains("x-sign"));
  }

  @Test
  void aSecretFactIsNeverKept() {
    FactKey<String> secret = FactKey.text("test.secret").withSensitivity(Sensitivity.SECRET);
    Probe probe =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN, secret),
            context ->
                Observations.builder()
                    .observed(SIGN, "bad", "t")
                    .observed(secret, "hush", "t")
                    .build());

    FactSet facts = diagnosis(probe).build().gather(both().build());

    assertThat(facts.get(secret)).isEqualTo(new Unavailable<>(UnavailableReason.REDACTED, ""));
  }

  @Test
  void looksAtAnotherSystemWithTheSameKnowledge() {
    Probe probe =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN).withConnections(String.class),
            context ->
                Observations.builder()
                    .observed(SIGN, context.connection(String.class), "t")
                    .build());
    BackupDiagnosis one = diagnosis(probe).connect(String.class, "bad").build();
    BackupDiagnosis other = one.with(String.class, "good");

    assertThat(stateOf(one.diagnose(both().build()), "x-sign")).isEqualTo(CauseState.CONFIRMED);
    assertThat(stateOf(other.diagnose(both().build()), "x-sign")).isEqualTo(CauseState.RULED_OUT);
    assertThat(other.catalog()).isSameAs(one.catalog());
    assertThat(other.intake()).isSameAs(one.intake());
  }

  @Test
  void doesNotLookAgainWhereTheRecordedProbesLooked() {
    List<String> asked = new ArrayList<>();
    BackupDiagnosis old = diagnosis(failing("p.sign", Cost.CHEAP, asked)).build();
    FactSet recorded = old.gather(both().build());
    Report before = old.judge(recorded, both().build());
    asked.clear();

    Report report =
        diagnosis(counted("p.sign", Cost.CHEAP, asked))
            .build()
            .diagnose(both().recordedFacts(recorded).build());

    assertThat(asked).isEmpty();
    assertThat(report.facts()).isEqualTo(before.facts());
    assertThat(report.causes()).isEqualTo(before.causes());
  }

  @Test
  void looksWithProbesThatTheRecordingDoesNotKnowAndKeepsHowTheOthersEnded() {
    List<String> asked = new ArrayList<>();
    FactSet recorded =
        diagnosis(failing("p.a-old", Cost.CHEAP, asked)).build().gather(both().build());

    Report report =
        diagnosis(failing("p.a-old", Cost.CHEAP, asked), counted("p.new", Cost.EXPENSIVE, asked))
            .build()
            .diagnose(both().recordedFacts(recorded).build());

    assertThat(asked).containsExactly("p.a-old", "p.new");
    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
    assertThat(report.facts().value(BackupFacts.PROBE_RUNS))
        .extracting(ProbeRun::probe)
        .containsExactly("p.a-old", "p.new");
  }
}
