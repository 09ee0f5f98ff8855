package io.github.backupdiag.probe;

import java.util.Objects;

/**
 * One right a probe needs, in the terms of the system it looks at: from these come the least
 * privileged role, the dry run and the advice when something was refused.
 *
 * @param kind which system grants it
 * @param what the RBAC action, the path, the command or the registry key
 * @param scope where it must be granted; empty for the guest itself
 */
public record AccessNeed(Kind kind, String what, String scope) {

  /** What kind of right it is. */
  public enum Kind {
    /** An Azure RBAC action. */
    AZURE_ACTION,
    /** Reading a file or directory of the guest, mostly as root. */
    GUEST_FILE,
    /** Running a command in the guest. */
    GUEST_COMMAND
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
   * Makes the need to read a path of the guest.
   *
   * @param path a path or glob
   * @return the need
   */
  public static AccessNeed guestFile(String path) {
    return new AccessNeed(Kind.GUEST_FILE, path, "");
  }
}
