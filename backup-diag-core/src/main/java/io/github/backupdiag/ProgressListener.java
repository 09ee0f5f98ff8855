package io.github.backupdiag;

import java.util.List;

/**
 * Is told how a diagnosis goes on. Called on the thread that asked for the diagnosis, so it must
 * return soon; what it throws is ignored.
 */
public interface ProgressListener {

  /**
   * More probes were planned.
   *
   * @param probes their ids
   */
  default void planned(List<String> probes) {}

  /**
   * A probe was started.
   *
   * @param probe its id
   */
  default void started(String probe) {}

  /**
   * A probe ended.
   *
   * @param probe its id
   * @param seen true if it saw what it was to look at
   */
  default void finished(String probe, boolean seen) {}
}
