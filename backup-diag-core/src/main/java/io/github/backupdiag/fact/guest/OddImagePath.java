package io.github.backupdiag.fact.guest;

/**
 * A service or driver whose {@code ImagePath} cannot be resolved.
 *
 * @param service its name
 * @param path as written; empty if the value is empty
 * @param problem what is wrong with it
 */
public record OddImagePath(String service, String path, Problem problem) {

  /** What is wrong with a path. */
  public enum Problem {
    /** The value is there and holds nothing. */
    EMPTY,
    /** A quotation mark opens and does not close. */
    UNCLOSED_QUOTE,
    /** It holds a character that no path may hold. */
    FORBIDDEN_CHARACTER,
    /**
     * It is a path of another kind, such as one with {@code /} only or without a drive or folder.
     */
    NO_PATH
  }
}
