package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * How the mount points that the extension freezes answered when they were opened for reading.
 *
 * @param asRoot true if the look was made as root, as the extension does
 * @param answers one per mount point
 */
public record MountAnswers(boolean asRoot, List<Answer> answers) {

  /**
   * Copies the list.
   *
   * @param asRoot true if the look was made as root
   * @param answers one per mount point
   */
  public MountAnswers {
    answers = List.copyOf(answers);
  }

  /**
   * The answer of one mount point.
   *
   * @param mount its path
   * @param state how it answered
   * @param detail what the system said; empty if it opened
   */
  public record Answer(String mount, State state, String detail) {}

  /** How a mount point answered. */
  public enum State {
    /** It was opened. */
    OPEN,
    /** The system refused or failed to open it. */
    FAILED,
    /** Nothing is there, though the kernel lists the mount. */
    GONE,
    /** It did not answer in time, or was not asked. */
    UNKNOWN
  }
}
