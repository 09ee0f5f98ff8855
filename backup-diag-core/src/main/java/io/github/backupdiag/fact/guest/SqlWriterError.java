package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error in the log of SQL Writer.
 *
 * @param written its time as the log writes it, local and without a zone
 * @param time the same in UTC; null if the zone is not known
 * @param number such as {@code 0x80780002}
 * @param phase the last phase that began, such as {@code OnPrepareSnapshot}; may be empty
 * @param path the file
 * @param line line in the file, from 1, or 0
 * @param text the line, cut at 500 characters
 */
public record SqlWriterError(
    String written,
    @Nullable Instant time,
    String number,
    String phase,
    String path,
    long line,
    String text) {

  /** A database lies on several volumes of which only some are copied. */
  public static final String TORN = "0x80780002";
}
