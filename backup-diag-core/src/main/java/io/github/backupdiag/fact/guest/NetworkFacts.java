package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import java.util.List;

/** Facts of the guest's network and clock. Sources: {@code guest.linux.network.*} and others. */
public final class NetworkFacts {

  /** How the host address answers. */
  public static final FactKey<HostEndpoint> HOST_ENDPOINT =
      FactKey.record("guest.host-endpoint", HostEndpoint.class);

  /** How the instance metadata address answers. */
  public static final FactKey<Contact> METADATA_ENDPOINT =
      FactKey.record("guest.metadata-endpoint", Contact.class);

  /** How far the guest's clock is from that of the host; absent if the host tells no time. */
  public static final FactKey<ClockOffset> CLOCK_OFFSET =
      FactKey.record("guest.clock-offset", ClockOffset.class);

  /** Log lines that tell how far the guest's clock was off. */
  public static final FactKey<List<ClockOffset>> CLOCK_TRACES =
      FactKey.records("guest.clock-traces", ClockOffset.class);

  /** The IPv4 routes. */
  public static final FactKey<RoutingTable> ROUTES =
      FactKey.record("guest.routes", RoutingTable.class);

  /** Routing rules in configuration files that take the host address past the main table. */
  public static final FactKey<List<PolicyRule>> POLICY_RULES =
      FactKey.records("guest.policy-rules", PolicyRule.class);

  /** Leases of DHCP clients; with an empty list if none keeps one. */
  public static final FactKey<List<DhcpLease>> DHCP_LEASES =
      FactKey.records("guest.dhcp-leases", DhcpLease.class);

  /** How configuration files set the addresses of network interfaces. */
  public static final FactKey<List<AddressSetup>> ADDRESS_SETUPS =
      FactKey.records("guest.address-setups", AddressSetup.class);

  /**
   * What firewall rules do with connections to the host address: saved ones, and those in force
   * where the address did not answer root.
   */
  public static final FactKey<List<FirewallGate>> FIREWALL_GATES =
      FactKey.records("guest.firewall-gates", FirewallGate.class);

  /** Proxies that are set for the agent. */
  public static final FactKey<AgentProxies> AGENT_PROXIES =
      FactKey.record("guest.agent-proxies", AgentProxies.class);

  /** How the storage that the backup extension was given answers; absent if none is named. */
  public static final FactKey<Contact> STORAGE_ENDPOINT =
      FactKey.record("guest.storage-endpoint", Contact.class);

  private NetworkFacts() {}
}
