package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallBlock;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the rules of the Windows firewall as the registry holds them: {@code
 * v2.30|Action=Block|Active=TRUE|Dir=Out|...} ([MS-GPFAS] 2.2.2.19).
 */
public final class WindowsFirewallRule {

  private static final Set<String> PORTS = Set.of("80", "32526");
  private static final String TCP = "6";

  /** Parts that narrow a rule to some programs, users or networks: such a rule is left alone. */
  private static final Set<String> NARROWING =
      Set.of("svc", "apppkgid", "luown", "luauth", "ra6", "la4", "la6", "lport", "if", "iftype");

  private WindowsFirewallRule() {}

  /**
   * Finds the rules that block the agent's way to the host address.
   *
   * @param place full name of the key
   * @param rules the key with its values
   * @return in its order
   */
  public static List<FirewallBlock> blocks(String place, RegistryKey rules) {
    List<FirewallBlock> blocks = new ArrayList<>();
    for (RegistryValue rule : rules.values()) {
      if (blocksHost(rule.data())) {
        blocks.add(new FirewallBlock(rule.name(), Excerpt.of(rule.data()), place));
      }
    }
    return blocks;
  }

  private static boolean blocksHost(String text) {
    boolean block = false;
    boolean active = false;
    boolean out = false;
    List<String> addresses = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String part : text.split("\\|", -1)) {
      int sign = part.indexOf('=');
      String name = (sign < 0 ? "" : part.substring(0, sign)).toLowerCase(Locale.ROOT);
      String value = part.substring(sign + 1).toLowerCase(Locale.ROOT);
      if (NARROWING.contains(name)
          || (name.equals("app") && !isAgent(value))
          || (name.equals("protocol") && !value.equals(TCP))) {
        return false;
      }
      block |= name.equals("action") && value.equals("block");
      active |= name.equals("active") && value.equals("true");
      out |= name.equals("dir") && value.equals("out");
      if (name.equals("ra4")) {
        addresses.add(value);
      } else if (name.startsWith("rport")) {
        ports.add(value);
      }
    }
    return block
        && active
        && out
        && (addresses.isEmpty() || addresses.stream().anyMatch(WindowsFirewallRule::isHost))
        && (ports.isEmpty() || ports.stream().anyMatch(PORTS::contains));
  }

  private static boolean isAgent(String program) {
    return program.endsWith("\\waappagent.exe") || program.endsWith("\\windowsazureguestagent.exe");
  }

  private static boolean isHost(String address) {
    return address.equals(HostEndpoint.ADDRESS)
        || address.equals(HostEndpoint.ADDRESS + "/255.255.255.255")
        || address.equals(HostEndpoint.ADDRESS + "-" + HostEndpoint.ADDRESS);
  }
}
