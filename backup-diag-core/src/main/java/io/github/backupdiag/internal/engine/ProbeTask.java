package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** One look of one probe, on a thread of the pool. */
final class ProbeTask implements Runnable {

  private final Probe probe;
  private final ProbeDescriptor descriptor;
  private final ProbeContext context;
  private final BlockingQueue<Optional<ProbeTask>> done;
  private final long end;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Result result;

  /**
   * What a look gave.
   *
   * @param observations by key, only declared keys
   * @param seenCodes codes met on the way
   * @param failure what the probe threw, or null
   */
  record Result(
      Map<FactKey<?>, Observation<?>> observations,
      List<SeenCode> seenCodes,
      @Nullable String failure) {}

  ProbeTask(
      Probe probe,
      ProbeDescriptor descriptor,
      ProbeContext context,
      BlockingQueue<Optional<ProbeTask>> done,
      long end) {
    this.probe = probe;
    this.descriptor = descriptor;
    this.context = context;
    this.done = done;
    this.end = end;
  }

  ProbeDescriptor descriptor() {
    return descriptor;
  }

  /** Nano time at which the look is over. */
  long end() {
    return end;
  }

  /** Gives the result, or null if the probe has not returned. */
  @Nullable Result result() {
    return result;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      result = look();
    } finally {
      thread = null;
      done.add(Optional.of(this));
    }
  }

  /** Interrupts the probe and gives its thread, if it is still at it. */
  @Nullable Thread interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    return running;
  }

  private Result look() {
    try {
      Observations seen = probe.observe(context);
      if (seen == null) {
        return failed("it gave no observations");
      }
      return new Result(checked(seen), List.copyOf(seen.seenCodes()), null);
    } catch (InterruptedException e) {
      return failed("it was interrupted");
    } catch (Throwable thrown) {
      return failed(Failures.describe(thrown));
    }
  }

  private Map<FactKey<?>, Observation<?>> checked(Observations seen) {
    Map<FactKey<?>, Observation<?>> checked = new LinkedHashMap<>();
    seen.byKey().forEach((key, observation) -> checked.put(key, check(key, observation)));
    return checked;
  }

  private Observation<?> check(FactKey<?> key, Observation<?> observation) {
    if (!descriptor.provides().contains(key)) {
      throw new IllegalStateException("it reports " + key + ", which it does not declare");
    }
    String flaw = FactLimits.check(key, observation);
    return flaw == null ? observation : new Unavailable<>(UnavailableReason.FAILED, flaw);
  }

  private static Result failed(String failure) {
    return new Result(Map.of(), List.of(), failure);
  }
}
