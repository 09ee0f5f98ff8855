package io.github.backupdiag.fact.guest;

/**
 * A routing rule in a configuration file that takes connections to the host address past the main
 * routing table, from whatever address of the guest.
 *
 * @param path the file
 * @param line line of the rule, from 1
 * @param rule the rule in the words of {@code ip rule}
 */
public record PolicyRule(String path, int line, String rule) {}
