package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lease that a DHCP client of the guest keeps.
 *
 * @param path where
 * @param line line of option 245, else of the lease, from 1; 0 if there is none
 * @param device network interface, empty if unknown
 * @param hostEndpoint value of option 245 as an IPv4 address; what it says if it is none; null if
 *     the client does not keep it
 * @param begins when it was given (UTC), or null if unknown
 * @param ends when it ends (UTC), or null if never or unknown
 */
public record DhcpLease(
    String path,
    int line,
    String device,
    @Nullable String hostEndpoint,
    @Nullable Instant begins,
    @Nullable Instant ends) {

  /**
   * Tells whether it is over.
   *
   * @param now the moment that counts as the present (UTC), or null if unknown
   * @return false if either time is unknown
   */
  public boolean isExpired(@Nullable Instant now) {
    return now != null && ends != null && ends.isBefore(now);
  }
}
