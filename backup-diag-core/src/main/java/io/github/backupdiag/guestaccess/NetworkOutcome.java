package io.github.backupdiag.guestaccess;

/** How far a try to reach a network address came. */
public enum NetworkOutcome {
  /** The connection was made; of an HTTP server, its status line and headers came. */
  ANSWERED,
  /** The connection was refused. */
  REFUSED,
  /** No connection, or no answer over it, in the time given. */
  TIMED_OUT,
  /** There is no way to the host or network. */
  UNREACHABLE,
  /** This process may not do it: a security module, a sandbox, a route that prohibits it. */
  FORBIDDEN,
  /** The connection broke off, or what came over it is no HTTP. */
  BROKEN,
  /** The name could not be resolved. */
  UNKNOWN_HOST;

  /**
   * Tells whether the network kept the two apart.
   *
   * @return true if refused, timed out or unreachable
   */
  public boolean isBlocked() {
    return this == REFUSED || this == TIMED_OUT || this == UNREACHABLE;
  }
}
