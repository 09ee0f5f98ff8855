package io.github.backupdiag.fact.guest;

/**
 * How the host address answers, through which agent and extension talk to Azure.
 *
 * @param web the wire server, HTTP on port 80
 * @param plugin the host plug-in, TCP on port 32526
 */
public record HostEndpoint(Contact web, Contact plugin) {

  /** The address, the same in every region (checks.json, guest.linux.network.wireserver). */
  public static final String ADDRESS = "168.63.129.16";

  /** Port of the wire server. */
  public static final int WEB_PORT = 80;
}
