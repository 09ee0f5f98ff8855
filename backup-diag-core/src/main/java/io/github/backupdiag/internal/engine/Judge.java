package io.github.backupdiag.internal.engine;

import io.github.backupdiag.internal.engine.BoundFacts.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks rules one after the other on a thread of its own and moves on without a rule that does not
 * return.
 */
final class Judge {

  /** Time one rule may take; rules take microseconds, so a second is a fault and no bad luck. */
  private static final long RULE_LIMIT = TimeUnit.SECONDS.toNanos(1);

  /** Time the rules have even if the probes took all of it. */
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(80);

  private final Quarantine quarantine;

  Judge(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  /**
   * Asks the rules.
   *
   * @param rules in the order in which they are asked
   * @param facts what they read
   * @param timeLeft of the whole diagnosis
   * @return a judgement for each rule, in the same order; those for Azure VMs are left out where
   *     the platform is another one or unknown
   */
  List<Judgement> judge(List<CompiledRule> rules, BoundFacts facts, Duration timeLeft) {
    long end = System.nanoTime() + Math.max(LEAST, timeLeft.toNanos());
    List<CompiledRule> asked = new ArrayList<>();
    Gate gate = facts.gate();
    for (CompiledRule rule : rules) {
      if (gate == Gate.OPEN || !rule.descriptor.azureVmOnly()) {
        asked.add(rule);
      }
    }
    List<Judgement> judgements = new ArrayList<>(asked.size());
    boolean interrupted = false;
    while (judgements.size() < asked.size()) {
      Run run = new Run(asked.subList(judgements.size(), asked.size()), facts, quarantine);
      run.start();
      interrupted |= run.awaitUntil(end);
      judgements.addAll(run.results());
      if (judgements.size() < asked.size()) {
        CompiledRule stuck = asked.get(judgements.size());
        quarantine.add(stuck.descriptor.id(), run);
        run.interrupt();
        judgements.add(Judgement.failed(stuck, "it did not return in time and was dropped"));
        if (System.nanoTime() >= end) {
          asked.subList(judgements.size(), asked.size()).stream()
              .map(rule -> Judgement.failed(rule, "no time was left to ask it"))
              .forEach(judgements::add);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return judgements;
  }

  /** Asks rules until one gets stuck. */
  private static final class Run extends Thread {

    private final List<CompiledRule> rules;
    private final BoundFacts facts;
    private final Quarantine quarantine;
    private final Judgement[] results;
    private volatile int done;
    private int taken;

    Run(List<CompiledRule> rules, BoundFacts facts, Quarantine quarantine) {
      super("backup-diag-judge");
      setDaemon(true);
      this.rules = rules;
      this.facts = facts;
      this.quarantine = quarantine;
      this.results = new Judgement[rules.size()];
    }

    @Override
    public void run() {
      for (int i = 0; i < results.length && !isInterrupted(); i++) {
        results[i] = ask(rules.get(i));
        done = i + 1;
      }
    }

    private Judgement ask(CompiledRule rule) {
      if (quarantine.holds(rule.descriptor.id())) {
        return Judgement.failed(rule, "it still hangs since an earlier diagnosis");
      }
      return Evaluator.speaksOf(rule, facts)
          ? Evaluator.judge(rule, facts)
          : Evaluator.otherOs(rule);
    }

    /** Waits until all rules are done, one takes too long, or time is over. */
    boolean awaitUntil(long end) {
      boolean interrupted = false;
      long since = System.nanoTime();
      while (isAlive()) {
        long now = System.nanoTime();
        if (done != taken) {
          taken = done;
          since = now;
        }
        long limit = Math.min(end - now, RULE_LIMIT - (now - since));
        if (limit <= 0) {
          break;
        }
        try {
          join(Math.max(1, Math.min(limit, TimeUnit.MILLISECONDS.toNanos(100)) / 1_000_000));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      taken = isAlive() ? taken : done;
      return interrupted;
    }

    List<Judgement> results() {
      return List.copyOf(Arrays.asList(results).subList(0, taken));
    }
  }
}
