package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Running processes of the guest agent.
 *
 * @param daemon process ids of the daemon, empty if none runs
 * @param extensionHandler process ids of the process that handles extensions, empty if none runs
 */
public record AgentProcesses(List<Long> daemon, List<Long> extensionHandler) {

  /**
   * Copies the lists.
   *
   * @param daemon process ids of the daemon
   * @param extensionHandler process ids of the extension handler
   */
  public AgentProcesses {
    daemon = List.copyOf(daemon);
    extensionHandler = List.copyOf(extensionHandler);
  }

  /**
   * Tells whether any of them runs.
   *
   * @return false if no agent process was seen
   */
  public boolean isAnyRunning() {
    return !daemon.isEmpty() || !extensionHandler.isEmpty();
  }
}
