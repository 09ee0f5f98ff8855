package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces of the guest agent on the disk.
 *
 * @param unitFiles unit files and init scripts of the agent
 * @param executables agent programs
 * @param folders agent folders that are not empty
 * @param version version of the installed agent, or null if no file tells
 */
public record AgentInstallation(
    List<String> unitFiles,
    List<String> executables,
    List<String> folders,
    @Nullable String version) {

  /**
   * Copies the lists.
   *
   * @param unitFiles unit files of the agent
   * @param executables agent programs
   * @param folders agent folders that are not empty
   * @param version version of the installed agent, or null
   */
  public AgentInstallation {
    unitFiles = List.copyOf(unitFiles);
    executables = List.copyOf(executables);
    folders = List.copyOf(folders);
  }

  /**
   * Tells whether there is any trace of an agent.
   *
   * @return false only if nothing of it was found
   */
  public boolean isPresent() {
    return !unitFiles.isEmpty() || !executables.isEmpty() || !folders.isEmpty();
  }
}
