package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.guestaccess.FileContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the rules of ufw for a new connection of root to the host address: what {@code
 * before.rules} says of output, then the user's rules, then {@code after.rules}, then the policy of
 * {@code /etc/default/ufw} (ufw-framework(8)).
 */
public final class UfwRules {

  private static final String TABLE = "filter";
  private static final String POLICY = "DEFAULT_OUTPUT_POLICY";

  private UfwRules() {}

  /**
   * Tells whether ufw starts with the system.
   *
   * @param config text of {@code /etc/ufw/ufw.conf}
   * @return true if it is switched on
   */
  public static boolean isEnabled(String config) {
    return "yes".equals(value(config, "ENABLED"));
  }

  /**
   * Follows the rules.
   *
   * @param before {@code before.rules}, or null if it was not seen
   * @param user {@code user.rules}, or null if it was not seen
   * @param after {@code after.rules}, or null if it was not seen
   * @param defaults {@code /etc/default/ufw}, or null if it was not seen
   * @return one for each port
   */
  public static List<FirewallGate> follow(
      @Nullable FileContent before,
      @Nullable FileContent user,
      @Nullable FileContent after,
      @Nullable FileContent defaults) {
    List<FirewallGate> gates = new ArrayList<>();
    for (int port : FirewallRules.PORTS) {
      FirewallGate gate = decided(before, "ufw-before-output", port);
      gate = gate == null ? decided(user, "ufw-user-output", port) : gate;
      gate = gate == null ? decided(after, "ufw-after-output", port) : gate;
      gates.add(gate == null ? policy(defaults, port, before != null && user != null) : gate);
    }
    return gates;
  }

  private static @Nullable FirewallGate decided(
      @Nullable FileContent file, String chain, int port) {
    Map<String, PacketChains> tables =
        file == null ? Map.of() : FirewallRules.savedTables(file.text(), port);
    PacketChains chains = tables.get(TABLE);
    return file == null || chains == null ? null : chains.decided(file.path(), TABLE, chain, port);
  }

  /** A policy decides only where all rules before it were seen. */
  private static FirewallGate policy(@Nullable FileContent defaults, int port, boolean rulesSeen) {
    String text = defaults == null ? "" : defaults.text();
    String policy = value(text, POLICY);
    String path = defaults == null ? "/etc/default/ufw" : defaults.path();
    if (policy == null || !List.of("drop", "reject").contains(policy)) {
      return new FirewallGate(path, TABLE, port, Fate.PASSES, 0, "");
    }
    int line = (int) text.substring(0, text.lastIndexOf(POLICY)).lines().count() + 1;
    return new FirewallGate(
        path,
        TABLE,
        port,
        rulesSeen ? Fate.BLOCKED : Fate.UNKNOWN,
        line,
        POLICY + "=" + policy.toUpperCase(Locale.ROOT));
  }

  /** In lower case; the last assignment counts. */
  private static @Nullable String value(String text, String name) {
    String value = null;
    for (String line : text.split("\n", -1)) {
      String[] parts = line.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        value = parts[1].replaceAll("[\"']", "").strip().toLowerCase(Locale.ROOT);
      }
    }
    return value;
  }
}
