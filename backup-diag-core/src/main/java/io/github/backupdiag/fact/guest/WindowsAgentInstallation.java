package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces of the Windows guest agent: its programs and its services.
 *
 * @param programs programs of the agent below {@code C:/WindowsAzure}, may be empty
 * @param services services of the agent that the registry knows, may be empty
 */
public record WindowsAgentInstallation(List<String> programs, List<Service> services) {

  /**
   * Copies the lists.
   *
   * @param programs programs of the agent
   * @param services services of the agent
   */
  public WindowsAgentInstallation {
    programs = List.copyOf(programs);
    services = List.copyOf(services);
  }

  /**
   * A service of the agent.
   *
   * @param name its name in the registry
   * @param program the program that its {@code ImagePath} names, with {@code /}; empty if the value
   *     names none
   * @param found whether that program is there, or null if it was not or could not be looked at
   */
  public record Service(String name, String program, @Nullable Boolean found) {}
}
