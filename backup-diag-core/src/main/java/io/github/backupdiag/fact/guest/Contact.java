package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Tries to reach one network address from inside the guest, without a proxy.
 *
 * @param address {@code tcp://host:port} or an {@code http} URL
 * @param tries how far each try came, at most two, none after one that was answered
 * @param status HTTP status of the answer, or 0 if there is none
 */
public record Contact(String address, List<Reach> tries, int status) {

  /** How far a try came. */
  public enum Reach {
    /** The connection was made and, of an HTTP server, an answer came. */
    ANSWERED,
    /** The connection was refused. */
    REFUSED,
    /** No connection came about in time. */
    TIMED_OUT,
    /** There is no way to the host. */
    UNREACHABLE,
    /** The connection was made, and no answer came over it in time. */
    SILENT,
    /** The connection was made and broke off, or what came is no HTTP. */
    BROKEN
  }

  /**
   * Copies the list.
   *
   * @param address the address
   * @param tries how far each try came
   * @param status HTTP status, or 0
   */
  public Contact {
    tries = List.copyOf(tries);
  }

  /**
   * Tells whether a try was answered.
   *
   * @return true also for an answer that tells of an error
   */
  public boolean isAnswered() {
    return tries.contains(Reach.ANSWERED);
  }

  /**
   * Tells whether no connection came about, which takes two tries.
   *
   * @return true if each was refused, timed out, or found no way
   */
  public boolean isBlocked() {
    return isTriedTwice()
        && tries.stream()
            .allMatch(
                reach ->
                    reach == Reach.REFUSED
                        || reach == Reach.TIMED_OUT
                        || reach == Reach.UNREACHABLE);
  }

  /**
   * Tells whether nothing came back in time, which takes two tries.
   *
   * @return true if none was answered or broke off, and at least one connection was made in vain
   */
  public boolean isSilent() {
    return isTriedTwice()
        && tries.contains(Reach.SILENT)
        && !isAnswered()
        && !tries.contains(Reach.BROKEN);
  }

  private boolean isTriedTwice() {
    return tries.size() > 1;
  }
}
