package io.github.backupdiag.internal.engine;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Measures how long after its deadline a report comes when a probe or a rule never gives up. JMH
 * cannot subtract the deadline, so this is a program of its own.
 */
public final class OverrunBenchmark {

  private static final int RUNS = 7;
  private static final Duration DEADLINE = Duration.ofMillis(300);
  private static final String CAUSE = "bench-cause";

  /** Ends what the cases left behind, so that one does not slow the next. */
  private static volatile boolean over;

  private OverrunBenchmark() {}

  /** Prints median and worst overrun of each case. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, UnaryOperator<BackupDiagnosisBuilder>> cases = new TreeMap<>();
    cases.put("probe hangs and ignores interrupts", to -> withProbe(to, OverrunBenchmark::hang));
    cases.put("probe floods", to -> withProbe(to, OverrunBenchmark::flood));
    cases.put("rule loops", to -> to.add(rule(OverrunBenchmark::loop)));
    cases.put("rule recurses and survives it", to -> to.add(rule(OverrunBenchmark::recurse)));
    System.out.printf("%-40s %10s %10s%n", "ms over a deadline of 300 ms", "median", "worst");
    for (var entry : cases.entrySet()) {
      overrun(entry.getValue());
      double[] overruns = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        overruns[i] = overrun(entry.getValue());
      }
      Arrays.sort(overruns);
      System.out.printf(
          "%-40s %10.1f %10.1f%n", entry.getKey(), overruns[RUNS / 2], overruns[RUNS - 1]);
    }
  }

  private static double overrun(UnaryOperator<BackupDiagnosisBuilder> fault)
      throws InterruptedException {
    over = false;
    SmallCatalog catalog = SmallCatalog.of(CAUSE).code("BenchError", CAUSE);
    BackupDiagnosis diagnosis =
        fault.apply(BackupDiagnosis.builder().discover(false).add(catalog)).build();
    DiagnosisRequest request =
        DiagnosisRequest.builder().code("BenchError").deadline(DEADLINE).build();
    long end = System.nanoTime() + DEADLINE.toNanos();
    Report report = diagnosis.diagnose(request);
    double overrun = (System.nanoTime() - end) / 1e6;
    over = true;
    if (report.problems().isEmpty()) {
      throw new IllegalStateException("the report does not tell of the fault");
    }
    Thread.sleep(100);
    return overrun;
  }

  /** A probe runs only if a rule wants what it sees. */
  private static BackupDiagnosisBuilder withProbe(BackupDiagnosisBuilder to, Runnable fault) {
    return to.add(Make.bySign("bench.rule", CAUSE, Make.SIGN, When.NOW))
        .add(
            Make.probe(
                ProbeDescriptor.of("bench.probe", Make.SIGN),
                context -> {
                  fault.run();
                  return Observations.none();
                }));
  }

  private static Diagnostic rule(Runnable fault) {
    return Make.rule(
        DiagnosticDescriptor.of("bench.rule", CAUSE).helpful(Make.SIGN),
        facts -> {
          fault.run();
          return Make.no(When.NOW);
        });
  }

  private static void hang() {
    while (!over) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        // This probe ignores interrupts on purpose.
      }
    }
  }

  private static void flood() {
    while (!over) {
      Observations.builder().observed(Make.SIGN, "x".repeat(5 << 20), "flood").build();
    }
  }

  private static void loop() {
    while (!over) {
      Thread.onSpinWait();
    }
  }

  /** Goes on after each StackOverflowError, and so takes ages. */
  private static void recurse() {
    if (!over) {
      try {
        recurse();
      } finally {
        recurse();
      }
    }
  }
}
