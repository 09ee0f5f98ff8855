package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.parse.RunStart;
import java.util.List;

/** Reads the agent's log (guest.windows.agent.log). */
public final class AgentLogProbe extends WindowsLogProbe {

  /** Made by {@code ServiceLoader}. */
  public AgentLogProbe() {
    super(
        WindowsFacts.AGENT_LOG,
        "waagentwindows",
        RunStart.WINDOWS_AGENT,
        List.of("C:/WindowsAzure/Logs/WaAppAgent*.log"),
        "guest.windows.agent.log");
  }
}
