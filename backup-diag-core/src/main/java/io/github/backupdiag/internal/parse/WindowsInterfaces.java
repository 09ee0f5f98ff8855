package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code Tcpip\Parameters\Interfaces} of the registry. */
public final class WindowsInterfaces {

  private static final int HOST_OPTION = 245;
  private static final int OPTION_HEAD = 20;

  private WindowsInterfaces() {}

  /**
   * Reads the interfaces.
   *
   * @param place full name of the key
   * @param interfaces the key with its subkeys
   * @return those that have an address, in its order
   */
  public static List<WindowsInterface> parse(String place, RegistryKey interfaces) {
    List<WindowsInterface> found = new ArrayList<>();
    for (RegistryKey one : interfaces.keys()) {
      boolean dhcp = one.number("EnableDHCP").orElse(0) == 1;
      List<String> addresses = addresses(one, dhcp);
      if (!addresses.isEmpty() && one.number("EnableDHCP").isPresent()) {
        List<String> gateways = new ArrayList<>(addresses(one, "DefaultGateway"));
        if (dhcp) {
          gateways.addAll(addresses(one, "DhcpDefaultGateway"));
        }
        found.add(
            new WindowsInterface(
                one.name(),
                dhcp,
                addresses,
                leased(one),
                gateways,
                hostOption(one.text("DhcpInterfaceOptions").orElse("")),
                place + "\\" + one.name()));
      }
    }
    return found;
  }

  /** With DHCP there may be fixed ones beside (DhcpStaticIPCoexistence). */
  private static List<String> addresses(RegistryKey one, boolean dhcp) {
    List<String> fixed = addresses(one, "IPAddress");
    return dhcp
        ? Stream.concat(addresses(one, "DhcpIPAddress").stream(), fixed.stream())
            .distinct()
            .toList()
        : fixed;
  }

  /** The lease stays in the registry after the address was fixed; Azure's server is the host. */
  private static @Nullable String leased(RegistryKey one) {
    boolean ofAzure = addresses(one, "DhcpServer").contains(HostEndpoint.ADDRESS);
    List<String> leased = addresses(one, "DhcpIPAddress");
    return ofAzure && !leased.isEmpty() ? leased.get(0) : null;
  }

  private static List<String> addresses(RegistryKey one, String name) {
    return one.text(name)
        .orElse("")
        .lines()
        .map(String::strip)
        .filter(text -> text.matches("[0-9.]{7,15}") && !text.equals("0.0.0.0"))
        .toList();
  }

  /** Each option: number, a word, length, two words, then its data up to the next word. */
  private static @Nullable String hostOption(String hex) {
    ByteBuffer bytes = RegistryBytes.of(hex);
    while (bytes.remaining() >= OPTION_HEAD) {
      int option = bytes.getInt();
      bytes.getInt();
      int length = bytes.getInt();
      bytes.getLong();
      byte[] data = RegistryBytes.take(bytes, length);
      if (option == HOST_OPTION && data.length == 4) {
        return (data[0] & 255)
            + "."
            + (data[1] & 255)
            + "."
            + (data[2] & 255)
            + "."
            + (data[3] & 255);
      }
      RegistryBytes.take(bytes, Math.min(bytes.remaining(), Math.floorMod(-length, 4)));
    }
    return null;
  }
}
