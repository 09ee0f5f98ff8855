package io.github.backupdiag.guestaccess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to read a guest: this machine, a copy of its disk, a bundle, a remote script. It has no
 * method that writes. Implementations are thread-safe.
 */
public interface GuestConnection {

  /** What the answers speak of. */
  enum Nature {
    /** A running system: what is seen is true now, or was at {@link #seenAt()}. */
    LIVE,
    /**
     * A copy: what is seen was true when it was made, and running state was mostly not recorded.
     */
    COPY
  }

  /**
   * Tells whether the guest runs or is a copy.
   *
   * @return the nature, always the same
   */
  Nature nature();

  /**
   * Names the guest for people: a path, a host.
   *
   * @return never empty
   */
  String name();

  /**
   * Tells whether the caller vouches that this guest is an Azure VM, so that a missing hardware tag
   * is no doubt: a copy that was handed over for diagnosis, or a machine for which the operator
   * said so.
   *
   * @return true if it is to be treated as an Azure VM unless its hardware tag says otherwise
   */
  default boolean assumedAzureVm() {
    return nature() == Nature.COPY;
  }

  /**
   * Gives when a guest was asked that ran then and cannot be asked again, such as the output of a
   * script: its answers are those of a live guest, and its clock said this.
   *
   * @return the time of all answers (UTC), or null for a guest that is asked now, and for a copy
   */
  default @Nullable Instant seenAt() {
    return null;
  }

  /**
   * Tells whether all of the guest that this connection stands for can be read.
   *
   * @return false for a bundle that was cut or is more than what is read of one; a report is then
   *     partial
   */
  default boolean isComplete() {
    return true;
  }

  /**
   * Gives what this connection could not read so far: what is damaged, encrypted, too much, or
   * named as no honest program would. Reports show it.
   *
   * @return one line each, a few at the most; empty if nothing is to be said
   */
  default List<String> limitations() {
    return List.of();
  }

  /**
   * Answers questions; what cannot be read is answered with the reason and never thrown.
   *
   * <p>A path that is not there, and a glob that matches nothing, is {@code Absent}. Below {@code
   * /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy, which hold running state, it is
   * {@code Unavailable} with {@code NOT_RECORDED}: that a copy lacks it proves nothing.
   *
   * @param questions what to read
   * @param timeout how long all of them may take together
   * @return an answer to each question
   * @throws InterruptedException if the thread was interrupted
   */
  Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException;
}
