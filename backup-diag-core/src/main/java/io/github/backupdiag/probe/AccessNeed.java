package io.github.backupdiag.probe;

import java.util.Objects;

/**
 * One thing a probe may read, in the terms of the system it looks at: from these come the least
 * privileged role, the dry run, the documentation and the advice when something was refused.
 *
 * <p>The needs of a probe name everything that it may read, whether that takes root or anybody may,
 * and whether each look reads it or only some do.
 *
 * @param kind which system grants it
 * @param what the RBAC action, the path, the command, the network address or the registry key
 * @param scope where it must be granted; empty for the guest itself
 */
public record AccessNeed(Kind kind, String what, String scope) {

  /** What kind of right it is. */
  public enum Kind {
    /** An Azure RBAC action. */
    AZURE_ACTION,
    /**
     * Reading a file, a directory, or what is said of them in the guest, with or without root; also
     * the room on the file system that holds it.
     */
    GUEST_FILE,
    /** Running a command in the guest. */
    GUEST_COMMAND,
    /** Reading a key of the registry in the guest. */
    GUEST_REGISTRY,
    /** Contacting a network address from inside the guest. */
    GUEST_NETWORK
  }

  /**
   * Checks that nothing is null.
   *
   * @param kind which system grants it
   * @param what the right
   * @param scope where, may be empty
   */
  public AccessNeed {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(scope, "scope");
  }

  /**
   * Makes the need to read a path of the guest, whoever may read it there.
   *
   * @param path a path or glob, as in a {@code Question}: {@code *} and {@code ?} stay inside one
   *     path element
   * @return the need
   */
  public static AccessNeed guestFile(String path) {
    return new AccessNeed(Kind.GUEST_FILE, path, "");
  }

  /**
   * Makes the need to run a command in the guest.
   *
   * @param line program and arguments with single blanks between them; {@code *} and {@code ?}
   *     stand for what is known only later
   * @return the need
   */
  public static AccessNeed guestCommand(String line) {
    return new AccessNeed(Kind.GUEST_COMMAND, line, "");
  }

  /**
   * Makes the need to read a registry key of the guest.
   *
   * @param key full name, as in a {@code Question}; {@code *} and {@code ?} stand for what is known
   *     only later
   * @return the need
   */
  public static AccessNeed guestRegistry(String key) {
    return new AccessNeed(Kind.GUEST_REGISTRY, key, "");
  }

  /**
   * Makes the need to contact a network address from inside the guest.
   *
   * @param address {@code tcp://host:port} or an {@code http} URL; {@code *} and {@code ?} stand
   *     for what is known only later
   * @return the need
   */
  public static AccessNeed guestNetwork(String address) {
    return new AccessNeed(Kind.GUEST_NETWORK, address, "");
  }
}
