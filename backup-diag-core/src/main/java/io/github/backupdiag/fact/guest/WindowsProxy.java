package io.github.backupdiag.fact.guest;

/**
 * A proxy that is set for the machine or for the account of the agent.
 *
 * @param server the proxy or the address of its script, without a password
 * @param bypass addresses that go around it, as written; may be empty
 * @param place registry key and value
 */
public record WindowsProxy(String server, String bypass, String place) {}
