package io.github.backupdiag.internal.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads of one diagnosis, gone when it returns. The gatherer limits how many run; a thread
 * that a probe does not give back is replaced, so that it never keeps the others waiting.
 */
final class CallPool implements Executor, AutoCloseable {

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), CallPool::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "backup-diag-probe");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
