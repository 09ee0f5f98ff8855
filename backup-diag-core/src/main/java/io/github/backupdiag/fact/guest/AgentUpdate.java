package io.github.backupdiag.fact.guest;

/**
 * What the Windows guest agent notes of one of its updates.
 *
 * @param version version that was to be installed
 * @param code result as a number; 0 is success
 * @param state as written, may be empty
 * @param message as written, may be empty
 * @param key the registry key
 */
public record AgentUpdate(String version, long code, String state, String message, String key) {}
