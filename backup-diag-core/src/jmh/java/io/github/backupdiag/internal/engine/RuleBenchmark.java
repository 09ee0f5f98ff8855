package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.FactSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time and garbage of one rule, out of 300 that want a number above a limit and a text equal to
 * another, on many guests of 40 numbers and 20 texts: as the engine asks it, binding included, and
 * as plain predicates on maps that leave no trace.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class RuleBenchmark {

  private static final int RULES = 300;
  private static final int GUESTS = 256;

  private final List<FactSet> guests = new ArrayList<>();
  private final List<Map<String, Object>> plainGuests = new ArrayList<>();
  private final List<Predicate<Map<String, Object>>> predicates = new ArrayList<>();
  private RuleSet rules = RuleSet.of(List.of());
  private int next;

  /** Makes rules and guests, the same in every run. */
  @Setup
  public void make() {
    Random random = new Random(300);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      ThresholdRule rule = ThresholdRule.any(i, random);
      diagnostics.add(rule);
      predicates.add(rule.asPredicate());
    }
    rules = RuleSet.of(diagnostics);
    for (int i = 0; i < GUESTS; i++) {
      Map<String, Object> values = new HashMap<>();
      guests.add(ThresholdRule.guest(random, values));
      plainGuests.add(values);
    }
  }

  /** Looks the facts of a guest up, asks every rule, keeps what became of each. */
  @Benchmark
  @OperationsPerInvocation(RULES)
  public List<Judgement> engineWithTrace() {
    BoundFacts facts = rules.bind(guests.get(next()));
    List<Judgement> judgements = new ArrayList<>(RULES);
    for (CompiledRule rule : rules.all()) {
      judgements.add(Evaluator.judge(rule, facts));
    }
    return judgements;
  }

  /** Counts the rules that hold. */
  @Benchmark
  @OperationsPerInvocation(RULES)
  public int plainPredicates() {
    Map<String, Object> facts = plainGuests.get(next());
    int holding = 0;
    for (Predicate<Map<String, Object>> predicate : predicates) {
      holding += predicate.test(facts) ? 1 : 0;
    }
    return holding;
  }

  private int next() {
    next = (next + 1) % GUESTS;
    return next;
  }
}
