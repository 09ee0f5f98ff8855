package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.fact.guest.RoutingTable.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code /proc/net/route}. */
public final class RouteTable {

  private static final int MOST = 500;
  private static final int UP = 0x1;
  private static final int REJECT = 0x200;

  /**
   * A blackhole has no device and, other than routes that are unreachable or prohibited, no flag
   * (Linux, net/ipv4/fib_trie.c, fib_route_seq_show).
   */
  private static final String NO_DEVICE = "*";

  private RouteTable() {}

  /**
   * Reads the table.
   *
   * @param path where it was found
   * @param text its text
   * @return the routes that are up, or null if this is no such table
   */
  public static @Nullable RoutingTable parse(String path, String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].startsWith("Iface") || !lines[0].contains("Destination")) {
      return null;
    }
    List<Route> routes = new ArrayList<>();
    for (int i = 1; i < lines.length && routes.size() < MOST; i++) {
      Route route = route(lines[i].strip().split("\\s+", -1), i + 1);
      if (route != null) {
        routes.add(route);
      }
    }
    return new RoutingTable(path, routes);
  }

  private static @Nullable Route route(String[] columns, int line) {
    if (columns.length < 8) {
      return null;
    }
    try {
      int flags = Integer.parseInt(columns[3], 16);
      return (flags & UP) == 0
          ? null
          : new Route(
              columns[0],
              address(columns[1]),
              address(columns[7]),
              dotted(address(columns[2])),
              (flags & REJECT) != 0 || columns[0].equals(NO_DEVICE),
              Long.parseLong(columns[6]),
              line);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The kernel writes the bytes of an address in the order of the machine, here the last first. */
  private static long address(String hex) {
    if (hex.length() != 8) {
      throw new NumberFormatException(hex);
    }
    return Integer.reverseBytes((int) Long.parseLong(hex, 16)) & 0xFFFF_FFFFL;
  }

  private static String dotted(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 0xFF)
        + "."
        + (address >> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
