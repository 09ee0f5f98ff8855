package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the agent reports of one extension.
 *
 * @param name name of the handler
 * @param version its version, empty if not told
 * @param file where it was read
 * @param line line that it begins in, from 1, where it is a part of a text; else 0
 * @param status state of the handler: {@code Ready}, {@code NotReady}, {@code Installing}, {@code
 *     Unresponsive}; empty if not told
 * @param code stage of failure, 0 if none; null if not told
 * @param message why, cut at 300 characters, may be empty
 * @param result state that the extension reports of its own work: {@code success}, {@code error},
 *     {@code transitioning}, {@code warning}; empty if not told
 * @param resultCode code that the extension reports, or null
 * @param at time of the report (UTC), or null
 */
public record HandlerReport(
    String name,
    String version,
    String file,
    long line,
    String status,
    @Nullable Long code,
    String message,
    String result,
    @Nullable Long resultCode,
    @Nullable Instant at) {

  /**
   * Makes a report of a file of its own.
   *
   * @param name name of the handler
   * @param version its version
   * @param file where it was read
   * @param status state of the handler
   * @param code stage of failure, or null
   * @param message why
   * @param result state of its own work
   * @param resultCode code that the extension reports, or null
   * @param at time of the report (UTC), or null
   */
  public HandlerReport(
      String name,
      String version,
      String file,
      String status,
      @Nullable Long code,
      String message,
      String result,
      @Nullable Long resultCode,
      @Nullable Instant at) {
    this(name, version, file, 0, status, code, message, result, resultCode, at);
  }

  /**
   * Tells whether the agent or the extension reports a failure.
   *
   * @return true for a handler that is not ready or unresponsive, or whose work ended in error
   */
  public boolean isFailed() {
    return isNotReady() || result.equals("error");
  }

  /**
   * Tells whether the agent could not start the extension.
   *
   * @return true for {@code NotReady} and {@code Unresponsive}
   */
  public boolean isNotReady() {
    return status.equals("NotReady") || status.equals("Unresponsive");
  }

  /**
   * Tells whether all is well.
   *
   * @return true if it is ready and its work, if any was reported, succeeded
   */
  public boolean isWell() {
    return status.equals("Ready")
        && (result.isEmpty() || result.equals("success") || result.equals("warning"));
  }
}
