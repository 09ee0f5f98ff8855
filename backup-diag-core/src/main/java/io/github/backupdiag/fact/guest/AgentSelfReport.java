package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the Windows guest agent writes of itself to the registry. The values stay after the agent
 * has stopped.
 *
 * @param version its version, empty if it tells none
 * @param status {@code GuestAgentStatus} as written, may be empty
 * @param hostStatus {@code WireServerStatus} as written, may be empty
 * @param dhcpStatus {@code DHCPStatus} as written, may be empty
 * @param heartbeat its last sign of life (UTC), or null if it tells none that can be read
 * @param key the registry key
 */
public record AgentSelfReport(
    String version,
    String status,
    String hostStatus,
    String dhcpStatus,
    @Nullable Instant heartbeat,
    String key) {}
