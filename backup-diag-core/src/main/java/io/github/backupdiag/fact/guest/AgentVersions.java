package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions of the guest agent. The one that runs is often newer than the installed package.
 *
 * @param running version that the agent's log or report names last, or null
 * @param source where that was read, empty if null
 * @param downloaded versions in the agent's folder, newest first
 * @param packaged version of the installed package, or null if no file tells
 */
public record AgentVersions(
    @Nullable String running, String source, List<String> downloaded, @Nullable String packaged) {

  /**
   * Copies the list.
   *
   * @param running version that the log or report names last, or null
   * @param source where that was read
   * @param downloaded versions in the agent's folder
   * @param packaged version of the installed package, or null
   */
  public AgentVersions {
    downloaded = List.copyOf(downloaded);
  }
}
