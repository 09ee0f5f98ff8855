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
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
    if (distinct.isEmpty()) {
      return Answers.none();
    }
    List<Callable<Observation<?>>> looks = new ArrayList<>();
    distinct.forEach(question -> looks.add(() -> source.answer(question)));
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(MAX_THREADS, looks.size()), Batch::newThread);
    try {
      return collect(distinct, threads.invokeAll(looks, nanos(timeout), TimeUnit.NANOSECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Answers collect(List<Question<?>> questions, List<Future<Observation<?>>> looks)
      throws InterruptedException {
    Answers.Builder answers = Answers.builder();
    for (int i = 0; i < looks.size(); i++) {
      put(answers, questions.get(i), looks.get(i));
    }
    return answers.build();
  }

  @SuppressWarnings("unchecked") // a source answers a Question<A> with an Observation<A>
  private static <A> void put(
      Answers.Builder answers, Question<A> question, Future<Observation<?>> look)
      throws InterruptedException {
    answers.put(question, (Observation<A>) result(look, Subject.of(question)));
  }

  private static Observation<?> result(Future<Observation<?>> look, String subject)
      throws InterruptedException {
    try {
      return look.get();
    } catch (CancellationException e) {
      return new Unavailable<>(UnavailableReason.TIMED_OUT, subject);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
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
