package io.github.backupdiag.internal.scan;

/** Lets numbered parts of a work take their turn one after the other. Thread-safe. */
final class Turns {

  /** Nobody is to go on. */
  static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
      super("stopped", null, false, false);
    }
  }

  private long next;
  private boolean stopped;

  /** Waits until all parts before have ended. */
  synchronized void await(long number) {
    while (next != number && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stop();
      }
    }
    if (stopped) {
      throw new StoppedException();
    }
  }

  synchronized void end(long number) {
    next = number + 1;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean isStopped() {
    return stopped;
  }
}
