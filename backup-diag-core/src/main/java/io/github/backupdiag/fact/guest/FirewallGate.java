package io.github.backupdiag.fact.guest;

/**
 * What firewall rules do with a new connection of root to the host address.
 *
 * @param path file with saved rules, or the command that lists those in force
 * @param table table or family they belong to
 * @param port the port of the host address
 * @param fate what becomes of the connection
 * @param line line of the rule that decides, from 1; 0 for the policy of a chain without a line
 * @param rule the rule or policy that decides
 */
public record FirewallGate(String path, String table, int port, Fate fate, int line, String rule) {

  /**
   * Tells whether these rules are in force; saved ones may never have been loaded.
   *
   * @return false for the rules of a file
   */
  public boolean isInForce() {
    return !path.startsWith("/");
  }

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
