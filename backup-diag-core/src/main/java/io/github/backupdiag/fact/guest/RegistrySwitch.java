package io.github.backupdiag.fact.guest;

/**
 * A number in the registry that switches something.
 *
 * @param key full name of its key
 * @param name its name
 * @param value what it is set to
 */
public record RegistrySwitch(String key, String name, long value) {}
