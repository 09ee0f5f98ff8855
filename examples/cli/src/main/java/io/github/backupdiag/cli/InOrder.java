package io.github.backupdiag.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Works on many things with several threads and gives the results in the order of the things. Only
 * so many are under way or wait for their turn that a slow one keeps the others from piling up.
 */
final class InOrder {

  private static final int WINDOW = 4;

  private final int threads;

  InOrder(int threads) {
    this.threads = threads;
  }

  /** With as many threads as there are processors. */
  static InOrder onAllProcessors() {
    return new InOrder(Math.max(1, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Does the work.
   *
   * @param things taken one by one
   * @param work done on any thread; what it throws ends the whole
   * @param results called on this thread, in order; false ends the work early
   * @return false if it ended early
   */
  <T, R> boolean work(Iterator<T> things, Function<T, R> work, Taking<R> results)
      throws RefusedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
    Deque<Future<R>> underWay = new ArrayDeque<>();
    try {
      while (things.hasNext() || !underWay.isEmpty()) {
        while (things.hasNext() && underWay.size() < threads * WINDOW) {
          T thing = things.next();
          underWay.add(pool.submit(() -> work.apply(thing)));
        }
        if (!results.take(underWay.remove().get())) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("work on one of many failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "backup-diag-bundle");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes one result after the other. */
  interface Taking<R> {
    boolean take(R result) throws RefusedException;
  }
}
