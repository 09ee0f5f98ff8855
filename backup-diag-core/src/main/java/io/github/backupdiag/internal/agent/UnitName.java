package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;

/** Name of the agent's unit, for the commands of a remediation. */
public final class UnitName {

  /** Placeholder of the remediation steps. */
  public static final String ARGUMENT = "unit";

  private UnitName() {}

  /**
   * Gives the name, a usual one if nothing tells it.
   *
   * @param facts with {@code AGENT_UNIT} and {@code OS} among the declared ones
   * @return for example {@code walinuxagent}
   */
  public static String of(Facts facts) {
    AgentUnit unit = facts.value(GuestFacts.AGENT_UNIT);
    if (unit != null) {
      return unit.name();
    }
    GuestOs os = facts.value(GuestFacts.OS);
    return os == null ? "waagent" : os.agentUnit();
  }
}
