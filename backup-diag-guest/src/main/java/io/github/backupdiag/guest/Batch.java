package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers the questions of one call on a few daemon threads. A look that never ends (a hung network
 * file system) costs its own answer and its thread, which ends with the look.
 */
final class Batch {

  private static final int MAX_THREADS = 4;
  private static final Duration LONGEST = Duration.ofDays(365);

  /** Answers one question; what it throws becomes the answer. */
  @FunctionalInterface
  interface Source {
    Observation<?> answer(Question<?> question) throws IOException, InterruptedException;
  }

  private Batch() {}

  static Answers answer(List<Question<?>> questions, Duration timeout, Source source)
      throws InterruptedException {
    List<Question<?>> distinct = List.copyOf(new LinkedHashSet<>(questions));
    long end = System.nanoTime() + nanos(timeout);
    List<FutureTask<Observation<?>>> looks = new ArrayList<>();
    distinct.forEach(question -> looks.add(new FutureTask<>(() -> source.answer(question))));
    try {
      if (timeout.compareTo(Duration.ZERO) > 0) {
        start(looks);
      }
      return collect(distinct, looks, end);
    } finally {
      looks.forEach(look -> look.cancel(true));
    }
  }

  /** Where the system gives this process no thread at all, the caller's own has to do. */
  private static void start(List<FutureTask<Observation<?>>> looks) {
    Queue<FutureTask<Observation<?>>> open = new ConcurrentLinkedQueue<>(looks);
    int threads = Math.min(MAX_THREADS, looks.size());
    for (int started = 0; started < threads; started++) {
      try {
        newThread(() -> drain(open)).start();
      } catch (OutOfMemoryError e) {
        if (started == 0) {
          drain(open);
        }
        return;
      }
    }
  }

  /** A look that was given up is passed over. */
  private static void drain(Queue<FutureTask<Observation<?>>> open) {
    for (Runnable look = open.poll(); look != null; look = open.poll()) {
      look.run();
    }
  }

  private static Answers collect(
      List<Question<?>> questions, List<FutureTask<Observation<?>>> looks, long end)
      throws InterruptedException {
    Answers.Builder answers = Answers.builder();
    for (int i = 0; i < looks.size(); i++) {
      put(answers, questions.get(i), looks.get(i), end);
    }
    return answers.build();
  }

  @SuppressWarnings("unchecked") // a source answers a Question<A> with an Observation<A>
  private static <A> void put(
      Answers.Builder answers, Question<A> question, Future<Observation<?>> look, long end)
      throws InterruptedException {
    answers.put(question, (Observation<A>) result(look, Subject.of(question), end));
  }

  private static Observation<?> result(Future<Observation<?>> look, String subject, long end)
      throws InterruptedException {
    try {
      return look.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Unavailable<>(UnavailableReason.TIMED_OUT, subject);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InterruptedException) {
        throw new InterruptedException(subject); // the caller's own thread looked
      }
      return Refusal.of(cause == null ? e : cause, subject);
    }
  }

  private static long nanos(Duration timeout) {
    return timeout.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : timeout.toNanos();
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "backup-diag-guest");
    thread.setDaemon(true);
    return thread;
  }
}
