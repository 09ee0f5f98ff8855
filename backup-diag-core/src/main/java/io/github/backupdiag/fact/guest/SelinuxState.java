package io.github.backupdiag.fact.guest;

/**
 * Whether SELinux enforces its policy.
 *
 * @param mode what it does with a violation
 * @param path file that tells
 * @param line line number from 1, or 0 if the whole file tells
 * @param live true if this is the state of the running kernel, false if it is what a start sets
 */
public record SelinuxState(Mode mode, String path, long line, boolean live) {

  /** What SELinux does with a violation. */
  public enum Mode {
    /** It refuses. */
    ENFORCING,
    /** It only logs. */
    PERMISSIVE,
    /** It is off. */
    DISABLED
  }
}
