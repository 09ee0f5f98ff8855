package io.github.backupdiag.fact.azure;

import java.util.List;
import java.util.Locale;

/**
 * What Azure knows of the guest agent ({@code VirtualMachineAgentInstanceView}).
 *
 * @param version version of the agent; {@code Unknown} or empty if it never told
 * @param statuses its statuses; the first is the one that counts
 * @param handlers the extension handlers it reports
 */
public record AgentView(String version, List<ViewStatus> statuses, List<HandlerView> handlers) {

  /** What the status of the agent says. */
  public enum Report {
    /** It is ready. */
    READY,
    /** Azure has no status of it: it never reported since the VM was made or started. */
    NEVER_REPORTED,
    /** Its status is there but empty: it is starting, or something keeps it from reporting. */
    NOT_YET_REPORTED,
    /** It reported once and no longer does. */
    WENT_SILENT,
    /** It is not ready, for a reason that is none of those. */
    OTHER,
    /** The view holds no status of it. */
    NOT_TOLD
  }

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

  /**
   * Gives what the first status says. The message tells apart what carries one code (observed
   * messages of {@code ProvisioningState/Unavailable}).
   *
   * @return the meaning, {@code NOT_TOLD} without a status
   */
  public Report report() {
    return statuses.isEmpty() ? Report.NOT_TOLD : report(statuses.get(0));
  }

  private static Report report(ViewStatus status) {
    if (status.of("ProvisioningState").equals("succeeded")
        || status.display().strip().equalsIgnoreCase("Ready")) {
      return Report.READY;
    }
    String message = status.message().toLowerCase(Locale.ROOT);
    if (message.contains("blob")) {
      return message.contains("populated") ? Report.NOT_YET_REPORTED : Report.NEVER_REPORTED;
    }
    return message.contains("unresponsive") ? Report.WENT_SILENT : Report.OTHER;
  }
}
