package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentPolicy;
import io.github.backupdiag.guestaccess.FileContent;
import java.util.List;

/** Reads the agent's policy file (WALinuxAgent ga/policy/policy_engine.py). */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads the file.
   *
   * @param file the whole file
   * @return the policy; not valid if the file is no sound JSON object
   */
  public static AgentPolicy parse(FileContent file) {
    JsonValue root = JsonValue.read(file.text());
    JsonValue extensions = root.get("extensionPolicies");
    return new AgentPolicy(
        file.path(),
        root.isObject() && root.isWhole(),
        extensions.get("allowListedExtensionsOnly").isTrue(),
        List.copyOf(extensions.get("extensions").fields().keySet()));
  }
}
