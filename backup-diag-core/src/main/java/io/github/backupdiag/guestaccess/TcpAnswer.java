package io.github.backupdiag.guestaccess;

/**
 * What became of a TCP connection.
 *
 * @param outcome {@code ANSWERED} if it came about
 * @param detail words of the system, may be empty
 */
public record TcpAnswer(NetworkOutcome outcome, String detail) {}
