package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.Nullable;

/**
 * A service of Windows. Setup: key {@code HKLM\SYSTEM\CurrentControlSet\Services\NAME}; numbers:
 * {@code winsvc.h} (Win32 documentation of {@code QUERY_SERVICE_CONFIG} and {@code
 * SERVICE_STATUS}).
 *
 * @param name its short name, which no display language changes
 * @param start start type: 2 automatic, 3 on demand, 4 disabled; null if the registry does not say
 * @param account account it runs under as the registry writes it; empty if it does not say
 * @param image command line of its program as the registry writes it; empty if it does not say
 * @param state 1 stopped, 2 starting, 3 stopping, 4 running, 7 paused; null if it could not be seen
 * @param exit the error with which it ended, 0 for none; null if it could not be seen
 */
public record WindowsService(
    String name,
    @Nullable Integer start,
    String account,
    String image,
    @Nullable Integer state,
    @Nullable Integer exit) {

  private static final int AUTOMATIC = 2;
  private static final int DISABLED = 4;
  private static final int STOPPED = 1;
  private static final int STOPPING = 3;
  private static final int RUNNING = 4;

  /** {@code ERROR_SERVICE_NEVER_STARTED} of {@code winerror.h}. */
  private static final int NEVER_STARTED = 1077;

  /**
   * Makes a service of which nothing is known of its end.
   *
   * @param name its short name
   * @param start start type, or null
   * @param account account it runs under, or empty
   * @param image command line of its program, or empty
   * @param state its state, or null
   */
  public WindowsService(
      String name, @Nullable Integer start, String account, String image, @Nullable Integer state) {
    this(name, start, account, image, state, null);
  }

  /**
   * Tells whether it may not be started.
   *
   * @return true if its start type says so
   */
  public boolean isDisabled() {
    return start != null && start == DISABLED;
  }

  /**
   * Tells whether it was seen stopped.
   *
   * @return false also while it starts or stops, or if its state could not be seen
   */
  public boolean isStopped() {
    return state != null && state == STOPPED;
  }

  /**
   * Tells whether it starts by itself and nobody tried to start it since the machine started, as in
   * the first minutes of a service with a delayed start.
   *
   * @return false also if that could not be seen
   */
  public boolean isYetToStart() {
    boolean automatic = start != null && start == AUTOMATIC;
    return automatic && isStopped() && exit != null && exit == NEVER_STARTED;
  }

  /**
   * Tells whether it was seen on its way to be stopped.
   *
   * @return false also if its state could not be seen
   */
  public boolean isStopping() {
    return state != null && state == STOPPING;
  }

  /**
   * Tells whether it was seen running.
   *
   * @return false also if its state could not be seen
   */
  public boolean isRunning() {
    return state != null && state == RUNNING;
  }

  /**
   * Tells whose account it runs under.
   *
   * @return what is known of {@link #account()}
   */
  public ServiceAccount runsAs() {
    return ServiceAccount.of(account);
  }
}
