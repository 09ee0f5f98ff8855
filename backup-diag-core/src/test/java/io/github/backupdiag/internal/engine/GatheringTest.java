package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.ProgressListener;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Sensitivity;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.probe.ProbeDescriptor.Cost;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import io.github.backupdiag.request.CancellationToken;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final Duration LIVENESS = Duration.ofSeconds(15);
  private static final Instant FAILED = Instant.parse("2026-03-14T02:16:10Z");

  private static BackupDiagnosisBuilder diagnosis(Probe... probes) {
    BackupDiagnosisBuilder builder =
        BackupDiagnosis.builder()
            .discover(false)
            .add(
                SmallCatalog.of("x-sign", "x-other")
                    .code("XSignError", "x-sign")
                    .code("XBothError", "x-sign", "x-other"))
            .add(Make.bySign("test.sign", "x-sign", SIGN, When.NOW))
            .add(Make.bySign("test.other", "x-other", OTHER, When.NOW));
    for (Probe probe : probes) {
      builder.add(probe);
    }
    return builder;
  }

  private static DiagnosisRequest.Builder both() {
    return DiagnosisRequest.builder().code("XBothError");
  }

  private static CauseState stateOf(Report report, String cause) {
    return report.causes().stream()
        .filter(ranked -> ranked.id().equals(cause))
        .findFirst()
        .orElseThrow()
        .state();
  }

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
  void runsProbesInParallel() {
    CyclicBarrier meeting = new CyclicBarrier(2);
    Probe first = Make.probe(ProbeDescriptor.of("p.first", SIGN), context -> met(meeting, SIGN));
    Probe second =
        Make.probe(ProbeDescriptor.of("p.second", OTHER), context -> met(meeting, OTHER));

    Report report = diagnosis(first, second).build().diagnose(both().build());

    assertThat(stateOf(report, "x-sign")).isEqualTo(CauseState.CONFIRMED);
    assertThat(stateOf(report, "x-other")).isEqualTo(CauseState.CONFIRMED);
  }

  private static Observations met(CyclicBarrier meeting, FactKey<String> key) throws Exception {
    meeting.await(5, TimeUnit.SECONDS);
    return Observations.builder().observed(key, "bad", "t").build();
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
  void tellsTheListenerAndSurvivesIt() {
    List<String> heard = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void started(String probe) {
            heard.add("started " + probe);
            throw new IllegalStateException("listener");
          }

          @Override
          public void finished(String probe, boolean seen) {
            heard.add("finished " + probe + " " + seen);
          }
        };

    diagnosis(Make.seeing("p.sign", SIGN, "bad"))
        .listener(listener)
        .build()
        .diagnose(both().build());

    assertThat(heard).containsExactly("started p.sign", "finished p.sign true");
  }

  @Test
  void usesTheExecutorOfTheConsumer() {
    ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    List<String> threads = new ArrayList<>();
    Probe probe =
        Make.probe(
            ProbeDescriptor.of("p.sign", SIGN),
            context -> {
              threads.add(Thread.currentThread().getName());
              return Observations.builder().observed(SIGN, "bad", "t").build();
            });
    try {
      diagnosis(probe).executor(executor).build().diagnose(both().build());
    } finally {
      executor.shutdownNow();
    }

    assertThat(threads).containsExactly("mine");
  }

  @Test
  void manyProbesShareEightThreadsAtTheMost() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BackupDiagnosisBuilder builder = BackupDiagnosis.builder().discover(false);
    String[] causes = new String[30];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = "x-many-" + i;
      FactKey<String> key = FactKey.text("test.many-" + i);
      builder.add(Make.bySign("test.many-" + i, causes[i], key, When.NOW));
      builder.add(
          Make.probe(
              ProbeDescriptor.of("p.many-" + i, key),
              context -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                return Observations.builder().observed(key, "bad", "t").build();
              }));
    }

    Report report =
        builder
            .add(SmallCatalog.of(causes).code("XManyError", causes))
            .build()
            .diagnose(DiagnosisRequest.builder().code("XManyError").build());

    assertThat(report.causes()).allMatch(cause -> cause.state() == CauseState.CONFIRMED);
    assertThat(most.get()).isBetween(1, 8);
  }
}
