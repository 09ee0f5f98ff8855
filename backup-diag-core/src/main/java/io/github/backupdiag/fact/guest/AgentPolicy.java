package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The agent's policy file.
 *
 * @param path where it is
 * @param valid false if it is no JSON object: the agent then refuses every extension
 * @param listedOnly true if only listed extensions are allowed
 * @param listed names of listed extensions
 */
public record AgentPolicy(String path, boolean valid, boolean listedOnly, List<String> listed) {

  /**
   * Copies the list.
   *
   * @param path where it is
   * @param valid false if it is no JSON object
   * @param listedOnly true if only listed extensions are allowed
   * @param listed names of listed extensions
   */
  public AgentPolicy {
    listed = List.copyOf(listed);
  }

  /**
   * Tells whether the policy lets an extension run.
   *
   * @param handler its name; upper and lower case do not matter
   * @return false if the file is damaged, or lists others only
   */
  public boolean allows(String handler) {
    return valid && (!listedOnly || listed.stream().anyMatch(handler::equalsIgnoreCase));
  }
}
