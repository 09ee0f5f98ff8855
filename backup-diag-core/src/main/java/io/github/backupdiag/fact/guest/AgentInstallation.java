package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces of the guest agent on the disk.
 *
 * @param unitFiles unit files and init scripts of the agent; a unit that is only masked is no trace
 * @param executables agent programs
 * @param remains what an agent leaves behind when it is removed: its folder with content, its
 *     configuration, its log
 * @param version version of the agent, or null if no file tells
 */
public record AgentInstallation(
    List<String> unitFiles,
    List<String> executables,
    List<String> remains,
    @Nullable String version) {

  /**
   * Copies the lists.
   *
   * @param unitFiles unit files of the agent
   * @param executables agent programs
   * @param remains what an agent leaves behind
   * @param version version of the agent, or null
   */
  public AgentInstallation {
    unitFiles = List.copyOf(unitFiles);
    executables = List.copyOf(executables);
    remains = List.copyOf(remains);
  }

  /**
   * Tells whether an agent is installed.
   *
   * @return true if there is a unit file or a program; remains alone do not count
   */
  public boolean isPresent() {
    return !unitFiles.isEmpty() || !executables.isEmpty();
  }

  /**
   * Tells whether only remains of an agent were found: it was removed, or the copy holds only a
   * part of the disk.
   *
   * @return true if there are remains and neither a unit file nor a program
   */
  public boolean isRemainsOnly() {
    return !isPresent() && !remains.isEmpty();
  }
}
