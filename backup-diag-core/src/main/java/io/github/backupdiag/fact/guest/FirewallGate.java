package io.github.backupdiag.fact.guest;

/**
 * What saved firewall rules do with a new connection of root to the host address.
 *
 * @param path file with the rules
 * @param table table or family they belong to
 * @param port the port of the host address
 * @param fate what becomes of the connection
 * @param line line of the rule that decides, from 1; 0 for the policy of a chain without a line
 * @param rule the rule or policy that decides
 */
public record FirewallGate(String path, String table, int port, Fate fate, int line, String rule) {

  /** What becomes of a connection. */
  public enum Fate {
    /** It goes through. */
    PASSES,
    /** It is dropped or rejected. */
    BLOCKED,
    /** It depends on what the rules alone do not tell. */
    UNKNOWN
  }
}
