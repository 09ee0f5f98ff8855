package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import java.util.List;

/** Facts of the network settings of Windows. */
public final class WindowsNetworkFacts {

  /** Interfaces that have an address. */
  public static final FactKey<List<WindowsInterface>> INTERFACES =
      FactKey.records("guest.windows.interfaces", WindowsInterface.class);

  /** Proxies for the machine and for LocalSystem, with an empty list if none is set. */
  public static final FactKey<List<WindowsProxy>> PROXIES =
      FactKey.records("guest.windows.proxies", WindowsProxy.class);

  /** Rules that block the way to the host address, with an empty list if none does. */
  public static final FactKey<List<FirewallBlock>> FIREWALL_BLOCKS =
      FactKey.records("guest.windows.firewall-blocks", FirewallBlock.class);

  /** Registry keys of enabled loopback adapters of a capture program; empty if there is none. */
  public static final FactKey<List<String>> CAPTURE_ADAPTERS =
      FactKey.texts("guest.windows.capture-adapters");

  /** Audited packets of the agent to the host address that Windows stopped; may be empty. */
  public static final FactKey<List<WindowsEvent>> BLOCKED_PACKETS =
      FactKey.records("guest.windows.blocked-packets", WindowsEvent.class);

  private WindowsNetworkFacts() {}
}
