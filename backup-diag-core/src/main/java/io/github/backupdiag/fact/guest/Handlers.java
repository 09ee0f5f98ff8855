package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The extensions of the guest.
 *
 * @param folders paths of their folders
 * @param reports what the agent reports of them, may be empty
 * @param complete false if something could not be read, so that what is not here may yet be there
 */
public record Handlers(List<String> folders, List<HandlerReport> reports, boolean complete) {

  /**
   * Copies the lists.
   *
   * @param folders paths of their folders
   * @param reports what the agent reports of them
   * @param complete false if something could not be read
   */
  public Handlers {
    folders = List.copyOf(folders);
    reports = List.copyOf(reports);
  }
}
