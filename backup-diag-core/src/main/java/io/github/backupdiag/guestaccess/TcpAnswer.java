package io.github.backupdiag.guestaccess;

/**
 * What became of a TCP connection.
 *
 * @param outcome {@code ANSWERED} if it came about
 * @param detail words of the system, may be empty
 * @param source the guest's own IP address that its system takes for this way, also where no
 *     connection came about; empty if it is not known
 */
public record TcpAnswer(NetworkOutcome outcome, String detail, String source) {

  /**
   * Makes an answer without a source.
   *
   * @param outcome what became of it
   * @param detail words of the system
   */
  public TcpAnswer(NetworkOutcome outcome, String detail) {
    this(outcome, detail, "");
  }
}
