package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Audited packets (5152) and connections (5157) that the Windows Filtering Platform stopped. Their
 * values are, in this order: process id, program, direction, source address and port, destination
 * address and port, protocol (documentation of both events). The host address also probes the guest
 * from outside for load balancers, so only what goes out counts.
 */
public final class BlockedPacket {

  private static final int PROGRAM = 1;
  private static final int DIRECTION = 2;
  private static final int ADDRESS = 5;
  private static final int PORT = 6;
  private static final int PROTOCOL = 7;
  private static final String OUTBOUND = "%%14593";
  private static final String TCP = "6";
  private static final Set<Integer> IDS = Set.of(5152, 5157);
  private static final Set<String> PORTS = Set.of("80", "32526");

  private BlockedPacket() {}

  /**
   * Tells whether the agent or an extension was kept from the host address.
   *
   * @param event any event
   * @return true if one of them sent it out to a port that they need
   */
  public static boolean isOfAgent(WindowsEvent event) {
    List<String> data = event.data();
    return event.isBy("Microsoft-Windows-Security-Auditing")
        && IDS.contains(event.id())
        && data.size() > PROTOCOL
        && data.get(DIRECTION).equals(OUTBOUND)
        && data.get(ADDRESS).equals(HostEndpoint.ADDRESS)
        && PORTS.contains(data.get(PORT))
        && data.get(PROTOCOL).equals(TCP)
        && isProgram(data.get(PROGRAM).toLowerCase(Locale.ROOT));
  }

  private static boolean isProgram(String path) {
    return path.endsWith("\\waappagent.exe")
        || path.endsWith("\\windowsazureguestagent.exe")
        || path.contains("\\packages\\plugins\\");
  }
}
