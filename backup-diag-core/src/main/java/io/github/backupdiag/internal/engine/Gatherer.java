package io.github.backupdiag.internal.engine;

import io.github.backupdiag.ProgressListener;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.internal.engine.ProbeTask.Result;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs probes until every wanted fact is seen or nobody is left to ask. Its own state is touched by
 * the calling thread only.
 */
final class Gatherer {

  private static final int MOST_RUNNING = 8;

  /** Stands for the gathering itself, which may be cancelled before any probe was planned. */
  private static final String ENGINE = "core.engine";

  /** Stands for a guest of which only a part can be read, whatever was asked of it. */
  private static final String CONNECTION = "core.connection";

  private final DiagnosisRequest request;
  private final FactStore facts;
  private final ProbePlan plan;
  private final Map<Class<?>, Object> connections;
  private final Executor executor;
  private final Progress progress;
  private final Quarantine quarantine;
  private final long end;
  private final BlockingQueue<Optional<ProbeTask>> done = new LinkedBlockingQueue<>();
  private final Deque<ProbeDescriptor> waiting = new ArrayDeque<>();
  private final List<ProbeTask> running = new ArrayList<>();
  private final Map<String, ProbeRun> runs = new TreeMap<>();
  private final Map<String, List<SeenCode>> seenCodes = new TreeMap<>();
  private final Set<String> started = new HashSet<>();
  private int mostRunning = MOST_RUNNING;
  private boolean cancelled;
  private boolean interrupted;

  Gatherer(
      DiagnosisRequest request,
      FactStore facts,
      ProbePlan plan,
      Map<Class<?>, Object> connections,
      Executor executor,
      ProgressListener listener,
      Quarantine quarantine,
      long end) {
    this.request = request;
    this.facts = facts;
    this.plan = plan;
    this.connections = connections;
    this.executor = executor;
    this.progress = new Progress(listener);
    this.quarantine = quarantine;
    this.end = end;
  }

  /** Takes over how the probes of a recording ended and the codes that they met. */
  void goOnFrom(List<ProbeRun> before, @Nullable List<SeenCode> codes) {
    before.forEach(run -> runs.put(run.probe(), run));
    if (!before.isEmpty() && codes != null) {
      seenCodes.put("", codes);
    }
  }

  /**
   * Gathers to a fixpoint.
   *
   * @param wanted says which facts are wanted, given what is known; asked again when all is quiet
   * @return all facts, with how each probe ended
   */
  FactSet gather(Function<FactSet, Collection<FactKey<?>>> wanted) {
    Runnable off = request.cancellation().onCancel(() -> done.add(Optional.empty()));
    try {
      int known = -1;
      while (known != runs.size() && !cancelled) {
        known = runs.size();
        plan.want(wanted.apply(snapshot()));
        drain();
      }
    } finally {
      off.run();
    }
    plan.explainUnseen();
    if (cancelled) {
      runs.put(ENGINE, new ProbeRun(ENGINE, UnavailableReason.CANCELLED, "cancelled"));
    }
    GuestConnection guest = guest();
    if (guest != null && !guest.isComplete()) {
      String part = "only a part of " + guest.name() + " can be read";
      runs.put(CONNECTION, new ProbeRun(CONNECTION, UnavailableReason.FAILED, part));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return snapshot();
  }

  private void drain() {
    boolean more = true;
    while (more) {
      int ended = runs.size();
      checkCancelled();
      plan(false);
      if (running.isEmpty() && waiting.isEmpty()) {
        plan(true);
      }
      startWaiting();
      more = !running.isEmpty() || runs.size() > ended;
      if (!running.isEmpty()) {
        awaitOne();
      }
    }
  }

  /** Plans what is ready; with force also one probe whose needs wait for each other in a circle. */
  private void plan(boolean force) {
    List<ProbeDescriptor> ready = cancelled ? List.of() : plan.takeReady(underWay(), force);
    if (!ready.isEmpty()) {
      progress.planned(ready.stream().map(ProbeDescriptor::id).toList());
      waiting.addAll(ready);
    }
  }

  private Set<FactKey<?>> underWay() {
    Set<FactKey<?>> keys = new HashSet<>();
    running.forEach(task -> keys.addAll(task.descriptor().provides()));
    waiting.forEach(descriptor -> keys.addAll(descriptor.provides()));
    return keys;
  }

  private void startWaiting() {
    while (!waiting.isEmpty() && running.size() < mostRunning) {
      ProbeDescriptor descriptor = waiting.removeFirst();
      long now = System.nanoTime();
      if (cancelled) {
        fail(descriptor, UnavailableReason.CANCELLED, "");
      } else if (quarantine.holds(descriptor.id())) {
        fail(descriptor, UnavailableReason.FAILED, "it still hangs since an earlier diagnosis");
      } else if (now >= end) {
        fail(descriptor, UnavailableReason.TIMED_OUT, "no time was left to run it");
      } else {
        start(descriptor, Math.min(end, now + descriptor.timeout().toNanos()));
      }
    }
  }

  private void start(ProbeDescriptor descriptor, long until) {
    Context context = new Context(descriptor, connections, facts, request, until);
    ProbeTask task = new ProbeTask(plan.probe(descriptor), descriptor, context, done, until);
    if (started.add(descriptor.id())) {
      progress.started(descriptor.id());
    }
    running.add(task);
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      running.remove(task);
      fail(descriptor, UnavailableReason.FAILED, "the executor refused to run it");
    } catch (OutOfMemoryError e) {
      running.remove(task);
      postpone(descriptor);
    }
  }

  /** The system gives no more threads to this process: those that run must do. */
  private void postpone(ProbeDescriptor descriptor) {
    if (running.isEmpty()) {
      fail(descriptor, UnavailableReason.FAILED, "no thread could be started to run it");
    } else {
      mostRunning = running.size();
      waiting.addFirst(descriptor);
    }
  }

  private void awaitOne() {
    long now = System.nanoTime();
    long next = running.stream().mapToLong(ProbeTask::end).min().orElse(now);
    try {
      Optional<ProbeTask> ended = done.poll(Math.max(0, next - now), TimeUnit.NANOSECONDS);
      if (ended != null) {
        ended.filter(running::remove).ifPresent(this::take);
      }
    } catch (InterruptedException e) {
      interrupted = true;
      cancelled = true;
    }
    checkCancelled();
    dropLate();
  }

  private void checkCancelled() {
    cancelled |= request.cancellation().isCancelled();
  }

  private void dropLate() {
    long now = System.nanoTime();
    for (ProbeTask task : List.copyOf(running)) {
      if (task.result() == null && (cancelled || now >= task.end())) {
        running.remove(task);
        drop(task);
      }
    }
  }

  private void drop(ProbeTask task) {
    Thread thread = task.interrupt();
    if (thread != null && executor instanceof CallPool) {
      quarantine.add(task.descriptor().id(), thread);
    }
    UnavailableReason reason =
        cancelled ? UnavailableReason.CANCELLED : UnavailableReason.TIMED_OUT;
    fail(task.descriptor(), reason, cancelled ? "" : "it did not return in time and was dropped");
  }

  private void take(ProbeTask task) {
    Result result = task.result();
    ProbeDescriptor descriptor = task.descriptor();
    if (result == null || result.failure() != null) {
      String failure = result == null ? "its thread ended" : String.valueOf(result.failure());
      fail(descriptor, UnavailableReason.FAILED, failure);
      return;
    }
    result.observations().forEach((key, seen) -> facts.put(key, seen, descriptor));
    if (!result.seenCodes().isEmpty()) {
      seenCodes.put(descriptor.id(), result.seenCodes());
    }
    Unavailable<?> refused = refused(result.observations().values());
    end(
        descriptor,
        refused == null ? null : refused.reason(),
        refused == null ? "" : refused.detail());
  }

  private static @Nullable Unavailable<?> refused(Collection<Observation<?>> observations) {
    for (Observation<?> observation : observations) {
      if (observation instanceof Unavailable<?> unavailable
          && unavailable.reason().leavesReportPartial()) {
        return unavailable;
      }
    }
    return null;
  }

  private void fail(ProbeDescriptor descriptor, UnavailableReason reason, String detail) {
    descriptor
        .provides()
        .forEach(key -> facts.put(key, new Unavailable<>(reason, detail), descriptor));
    end(descriptor, reason, detail);
  }

  private void end(ProbeDescriptor descriptor, @Nullable UnavailableReason reason, String detail) {
    runs.put(descriptor.id(), new ProbeRun(descriptor.id(), reason, detail));
    progress.finished(descriptor.id(), reason == null);
  }

  private @Nullable GuestConnection guest() {
    return (GuestConnection) connections.get(GuestConnection.class);
  }

  private FactSet snapshot() {
    FactSet.Builder snapshot = facts.toFacts().toBuilder();
    GuestConnection guest = guest();
    if (guest != null && !guest.limitations().isEmpty()) {
      snapshot.observed(BackupFacts.GUEST_LIMITATIONS, guest.limitations(), guest.name());
    }
    List<SeenCode> codes = seenCodes.values().stream().flatMap(List::stream).toList();
    if (!codes.isEmpty()) {
      snapshot.observed(BackupFacts.SEEN_CODES, codes, "probes");
    }
    if (!runs.isEmpty()) {
      snapshot.observed(BackupFacts.PROBE_RUNS, List.copyOf(runs.values()), "engine");
    }
    return DerivedFacts.with(snapshot.build());
  }
}
