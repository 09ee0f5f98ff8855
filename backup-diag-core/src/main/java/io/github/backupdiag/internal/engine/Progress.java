package io.github.backupdiag.internal.engine;

import io.github.backupdiag.ProgressListener;
import java.util.List;

/** Tells a listener, whatever it throws. */
final class Progress {

  private final ProgressListener listener;

  Progress(ProgressListener listener) {
    this.listener = listener;
  }

  void planned(List<String> probes) {
    tell(() -> listener.planned(probes));
  }

  void started(String probe) {
    tell(() -> listener.started(probe));
  }

  void finished(String probe, boolean seen) {
    tell(() -> listener.finished(probe, seen));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // A listener only watches; what it throws must not end the diagnosis.
      org.slf4j.LoggerFactory.getLogger(Progress.class)
          .debug("the progress listener threw {}", e.getClass().getName());
    }
  }
}
