package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Programs and Python modules that the agent calls (Azure Linux VM Agent overview, requirements).
 *
 * @param programs paths of the programs that were found
 * @param missingPrograms names of those that lie in no folder of programs
 * @param missingModules names of modules that lie in no folder of Python packages
 */
public record AgentTools(
    List<String> programs, List<String> missingPrograms, List<String> missingModules) {

  /**
   * Copies the lists.
   *
   * @param programs paths of programs
   * @param missingPrograms names of programs
   * @param missingModules names of modules
   */
  public AgentTools {
    programs = List.copyOf(programs);
    missingPrograms = List.copyOf(missingPrograms);
    missingModules = List.copyOf(missingModules);
  }
}
