package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;

/** Reads the agent's log. */
public final class AgentLogProbe extends LogProbe {

  /** Made by {@code ServiceLoader}. */
  public AgentLogProbe() {
    super(
        GuestFacts.AGENT_LOG,
        "waagent",
        "/var/log/waagent.log",
        LogTime.Style.AGENT,
        RunStart.AGENT,
        "guest.linux.agent.log");
  }
}
