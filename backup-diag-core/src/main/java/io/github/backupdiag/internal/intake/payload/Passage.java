package io.github.backupdiag.internal.intake.payload;

/**
 * A piece of text of the input.
 *
 * @param incident number of the incident it belongs to; -1 if it belongs to none, or to several
 * @param role what it is good for
 * @param path where it stands, as {@code properties.errorDetails[0].errorString}; empty for free
 *     text; at most 200 characters
 * @param line line of the input, from 1; of what stands inside a string, the line of the string
 * @param text the text, decoded, never blank
 */
public record Passage(int incident, Role role, String path, int line, String text) {

  /** For what belongs to no incident, or to several. */
  public static final int NO_INCIDENT = -1;
}
