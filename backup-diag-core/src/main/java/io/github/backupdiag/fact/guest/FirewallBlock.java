package io.github.backupdiag.fact.guest;

/**
 * An active rule of the Windows firewall that blocks the way out to the host address.
 *
 * @param name name of the rule in the registry
 * @param text the rule as written, cut at 300 characters
 * @param key the registry key
 */
public record FirewallBlock(String name, String text, String key) {}
