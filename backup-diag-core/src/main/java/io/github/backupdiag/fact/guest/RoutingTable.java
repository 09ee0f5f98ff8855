package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main routing table for IPv4; other tables and policy rules are not in it.
 *
 * @param path where it was read
 * @param routes in the order of the file
 */
public record RoutingTable(String path, List<Route> routes) {

  /**
   * Copies the list.
   *
   * @param path where it was read
   * @param routes in the order of the file
   */
  public RoutingTable {
    routes = List.copyOf(routes);
  }

  /**
   * One route.
   *
   * @param device network interface, or {@code *}
   * @param destination network, as a number
   * @param mask its mask, as a number
   * @param gateway IPv4 address of the gateway, or {@code 0.0.0.0} if there is none
   * @param rejects true for a route that refuses what it leads
   * @param metric lower ones win
   * @param line line number from 1
   */
  public record Route(
      String device,
      long destination,
      long mask,
      String gateway,
      boolean rejects,
      long metric,
      int line) {}

  /**
   * Finds the route to an address: the longest mask wins, then the lowest metric.
   *
   * @param address IPv4 address, as a number
   * @return the route, or null if there is none, not even a default one
   */
  public @Nullable Route to(long address) {
    Route best = null;
    for (Route route : routes) {
      boolean leads = (address & route.mask()) == route.destination();
      if (leads
          && (best == null
              || route.mask() > best.mask()
              || (route.mask() == best.mask() && route.metric() < best.metric()))) {
        best = route;
      }
    }
    return best;
  }
}
