package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Proxies that are set for the agent and what it starts.
 *
 * @param settings in the order in which they were read
 * @param running true if the environment of the running agent was seen
 */
public record AgentProxies(List<Setting> settings, boolean running) {

  /**
   * Copies the list.
   *
   * @param settings in the order in which they were read
   * @param running true if the environment of the running agent was seen
   */
  public AgentProxies {
    settings = List.copyOf(settings);
  }

  /** What a setting does. */
  public enum Kind {
    /** A proxy of the agent's configuration, which its extensions use for every address. */
    CONFIGURED,
    /** A proxy of the environment for plain HTTP, or for all. */
    ENVIRONMENT,
    /** A proxy of the environment for HTTPS only. */
    ENVIRONMENT_HTTPS,
    /** Names of hosts that go past the proxies of the environment. */
    EXCEPTIONS
  }

  /**
   * One setting.
   *
   * @param kind what it does
   * @param name as written
   * @param value host, port or list of hosts, without user name and password
   * @param path file
   * @param line line from 1, or 0 if there is none
   */
  public record Setting(Kind kind, String name, String value, String path, int line) {}
}
