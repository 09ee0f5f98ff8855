package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;
import java.time.Instant;
import java.util.List;

/** Facts of the guest. Sources and thresholds: the checks {@code guest.*} of the fact base. */
public final class GuestFacts {

  /** Whether the guest is an Azure VM. */
  public static final FactKey<Platform> PLATFORM = FactKey.record("guest.platform", Platform.class);

  /** The operating system. */
  public static final FactKey<GuestOs> OS = FactKey.record("guest.os", GuestOs.class);

  /** Traces of the agent on the disk; with empty lists if there is none. */
  public static final FactKey<AgentInstallation> AGENT_INSTALLATION =
      FactKey.record("guest.agent-installation", AgentInstallation.class);

  /** Running agent processes. */
  public static final FactKey<AgentProcesses> AGENT_PROCESSES =
      FactKey.record("guest.agent-processes", AgentProcesses.class);

  /** Whether the agent starts at boot; absent if there is no unit. */
  public static final FactKey<AgentUnit> AGENT_UNIT =
      FactKey.record("guest.agent-unit", AgentUnit.class);

  /** What the system log says last of the agent's service; absent if it never names it. */
  public static final FactKey<AgentServiceLog> AGENT_SERVICE_LOG =
      FactKey.record("guest.agent-service-log", AgentServiceLog.class);

  /** The agent's configuration file. */
  public static final FactKey<AgentConfig> AGENT_CONFIG =
      FactKey.record("guest.agent-config", AgentConfig.class);

  /** The mounted file systems. */
  public static final FactKey<Mounts> MOUNTS = FactKey.record("guest.mounts", Mounts.class);

  /** Path of the agent's folder with links resolved, also if the folder does not exist yet. */
  public static final FactKey<String> AGENT_FOLDER = FactKey.text("guest.agent-folder");

  /**
   * Room on the file systems that agent and extension write to, on Windows on all fixed drives. The
   * first is that of the system.
   */
  public static final FactKey<List<RoomLeft>> ROOM =
      FactKey.records("guest.room-left", RoomLeft.class);

  /** Known signatures in the agent's log. */
  public static final FactKey<LogEvents> AGENT_LOG =
      FactKey.record("guest.log.waagent", LogEvents.class);

  /** Known signatures in the log of the backup extension. */
  public static final FactKey<LogEvents> EXTENSION_LOG =
      FactKey.record("guest.log.vmsnapshot-extension", LogEvents.class);

  /** Newest time found inside a copy of a guest. */
  public static final FactKey<Instant> NEWEST_TIME = FactKey.time("guest.newest-time");

  private GuestFacts() {}

  /**
   * Gives the key under which the signatures of a log are found.
   *
   * @param log name of the log as signatures write it, such as {@code waagent}
   * @return the key
   */
  public static FactKey<LogEvents> logEvents(String log) {
    return FactKey.record("guest.log." + log, LogEvents.class);
  }
}
