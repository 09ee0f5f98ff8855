package io.github.backupdiag.fact.azure;

import java.util.List;

/**
 * What Azure knows of the guest agent ({@code VirtualMachineAgentInstanceView}).
 *
 * @param version version of the agent; {@code Unknown} or empty if it never told
 * @param statuses its statuses; the first is the one that counts
 * @param handlers the extension handlers it reports
 */
public record AgentView(String version, List<ViewStatus> statuses, List<HandlerView> handlers) {

  /**
   * Copies the lists.
   *
   * @param version version of the agent
   * @param statuses its statuses
   * @param handlers the extension handlers it reports
   */
  public AgentView {
    statuses = List.copyOf(statuses);
    handlers = List.copyOf(handlers);
  }
}
