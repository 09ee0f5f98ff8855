package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Set;

/**
 * Something to look at. Its words are {@code check.<id>.title} and {@code check.<id>.look}, or
 * {@code check.<id>.notCheckable} where no reading call shows it.
 *
 * @param id dotted id, such as {@code guest.linux.mount.noexec}
 * @param plane {@code azure} or {@code guest}
 * @param os systems it is for
 * @param strength what its result may say
 * @param proves ids of the causes that it proves; empty unless the strength is {@link
 *     Strength#PROVES}
 * @param actions Azure actions that reading takes, such as {@code
 *     Microsoft.Compute/virtualMachines/read}; empty for the guest, where root or an administrator
 *     reads
 * @param notCheckable true if no reading call shows it
 */
public record Check(
    String id,
    String plane,
    Set<Os> os,
    Strength strength,
    List<String> proves,
    List<String> actions,
    boolean notCheckable) {

  /** What the result of a check may say. */
  public enum Strength {
    /** Confirms its causes alone. */
    PROVES,
    /** Raises suspicion; takes an agreeing code or log line from the time of the job. */
    SUGGESTS,
    /** Helps to read the rest; never evidence alone. */
    CONTEXT
  }
}
