package io.github.backupdiag.fact.guest;

/**
 * How a configuration file sets the IPv4 address of a network interface.
 *
 * @param path the file
 * @param line line that says so, from 1
 * @param device name or other mark of the interface, as written; empty if the file names none
 * @param method how it gets its address
 * @param gateway true if the file gives it a default route of its own
 * @param text the line
 */
public record AddressSetup(
    String path, int line, String device, Method method, boolean gateway, String text) {

  /** How an interface gets its address. */
  public enum Method {
    /** From a DHCP server. */
    DHCP,
    /** A fixed address in the file. */
    STATIC
  }
}
