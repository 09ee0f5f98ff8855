package io.github.backupdiag.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a caller end a diagnosis early; it still gets a report of what was found until then.
 *
 * <p>Thread-safe. A token stays cancelled for ever.
 */
public final class CancellationToken {

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  /** Makes a token that is not cancelled. */
  public CancellationToken() {}

  /** Cancels; further calls do nothing. Runs the registered actions on the calling thread. */
  public void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      actions.forEach(Runnable::run);
    }
  }

  /**
   * Tells whether the token was cancelled.
   *
   * @return true from the first {@link #cancel} on
   */
  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Registers what to do on cancellation; done at once if it has happened. An action may run twice
   * when registration and cancellation meet, so it must not mind.
   *
   * @param action short, must not throw
   * @return takes the action off again
   */
  public Runnable onCancel(Runnable action) {
    actions.add(action);
    if (isCancelled()) {
      action.run();
    }
    return () -> actions.remove(action);
  }
}
