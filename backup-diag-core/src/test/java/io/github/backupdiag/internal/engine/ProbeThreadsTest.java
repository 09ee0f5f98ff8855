package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static io.github.backupdiag.internal.engine.SignDiagnosis.both;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static io.github.backupdiag.internal.engine.SignDiagnosis.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.ProgressListener;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where probes run and who hears of it. */
class ProbeThreadsTest {

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
  void makesDoWithTheThreadsThatTheSystemGives() {
    Semaphore free = new Semaphore(1);
    CountDownLatch refused = new CountDownLatch(1);
    Executor one =
        task -> {
          if (!free.tryAcquire()) {
            refused.countDown();
            throw new OutOfMemoryError("unable to create native thread");
          }
          new Thread(task).start();
        };
    Probe first =
        Make.probe(ProbeDescriptor.of("p.sign", SIGN), context -> freeing(free, refused, SIGN));
    Probe second =
        Make.probe(ProbeDescriptor.of("p.other", OTHER), context -> freeing(free, refused, OTHER));
    List<String> heard = new ArrayList<>();

    Report report =
        diagnosis(first, second)
            .executor(one)
            .listener(started(heard))
            .build()
            .diagnose(both().build());

    assertThat(report.problems()).isEmpty();
    assertThat(report.causes()).allMatch(cause -> cause.state() == CauseState.CONFIRMED);
    assertThat(heard).containsExactlyInAnyOrder("p.sign", "p.other");
  }

  /** Ends only when another probe was refused a thread. */
  private static Observations freeing(Semaphore free, CountDownLatch refused, FactKey<String> key)
      throws Exception {
    assertThat(refused.await(5, TimeUnit.SECONDS)).isTrue();
    free.release();
    return Observations.builder().observed(key, "bad", "t").build();
  }

  private static ProgressListener started(List<String> heard) {
    return new ProgressListener() {
      @Override
      public void started(String probe) {
        heard.add(probe);
      }
    };
  }

  @Test
  void withoutAnyThreadEachProbeFailsAndTheReportIsGiven() {
    Executor none =
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    Report report =
        diagnosis(Make.seeing("p.sign", SIGN, "bad"), Make.seeing("p.other", OTHER, "bad"))
            .executor(none)
            .build()
            .diagnose(both().build());

    assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    assertThat(report.problems()).hasSize(2).allMatch(each -> each.text().contains("no thread"));
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
