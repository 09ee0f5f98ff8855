package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network interface as the registry of Windows sets it up.
 *
 * @param id its GUID with braces
 * @param dhcp whether it gets its address by DHCP
 * @param addresses its IPv4 addresses, with DHCP that of the lease first
 * @param leased the address of the last lease from Azure, also where it is fixed now; null if none
 *     is kept or another server gave it
 * @param gateways its default gateways
 * @param hostOption address in option 245 of the lease, or null if the lease keeps none
 * @param key the registry key
 */
public record WindowsInterface(
    String id,
    boolean dhcp,
    List<String> addresses,
    @Nullable String leased,
    List<String> gateways,
    @Nullable String hostOption,
    String key) {

  /**
   * Copies the lists.
   *
   * @param id its GUID
   * @param dhcp whether it uses DHCP
   * @param addresses its addresses
   * @param leased address of the last lease
   * @param gateways its gateways
   * @param hostOption address in option 245
   * @param key the registry key
   */
  public WindowsInterface {
    addresses = List.copyOf(addresses);
    gateways = List.copyOf(gateways);
  }
}
