package io.github.backupdiag.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Threads that do one work together, the caller's among them; none outlives the call. */
final class Crew {

  private final Consumer<Turns> work;
  private final Turns turns = new Turns();
  private volatile @Nullable Throwable failure;

  /**
   * Makes a crew.
   *
   * @param work done by each thread until nothing is left
   */
  Crew(Consumer<Turns> work) {
    this.work = work;
  }

  /** Works; what one of the threads throws stops all and is thrown here. */
  void run(int threads, String name) {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread thread = new Thread(this::work, name + i);
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    work();
    others.forEach(this::join);
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void work() {
    try {
      work.accept(turns);
    } catch (Turns.StoppedException e) {
      turns.stop(); // whoever stopped it knows why
    } catch (RuntimeException | Error e) {
      failure = e;
      turns.stop();
    }
  }

  private void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        turns.stop();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isStopped() {
    return turns.isStopped();
  }
}
