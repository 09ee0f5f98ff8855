package io.github.backupdiag.fact.guest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log of SQL Writer says ({@code SqlWriterLogger.txt} and its older part).
 *
 * @param errors in their order, at most the newest 200
 * @param newest time of its newest line (UTC); null if the zone is not known
 * @param complete true if the files were read from their beginning
 */
public record SqlWriterLog(
    List<SqlWriterError> errors, @Nullable Instant newest, boolean complete) {

  /**
   * Copies the list.
   *
   * @param errors in their order
   * @param newest newest time, or null
   * @param complete whether nothing was cut
   */
  public SqlWriterLog {
    errors = List.copyOf(errors);
  }
}
