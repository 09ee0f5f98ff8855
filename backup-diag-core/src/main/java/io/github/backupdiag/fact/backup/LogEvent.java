package io.github.backupdiag.fact.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log line that holds a known signature.
 *
 * @param signature id of the signature in the catalog
 * @param file the log, as seen in the guest
 * @param line its line number from 1, or 0 if only the end of the file was read
 * @param time its time (UTC), or null if the line carries none that can be trusted
 * @param text the line, or of one longer than 500 characters that many: its beginning, or what
 *     stands round the signature if that is farther on
 * @param values what the signature's expression names in the line, by name; empty if it has none
 */
public record LogEvent(
    String signature,
    String file,
    long line,
    @Nullable Instant time,
    String text,
    Map<String, String> values) {

  /**
   * Copies the values and keeps their order.
   *
   * @param signature id of the signature
   * @param file the log
   * @param line its line number, or 0
   * @param time its time, or null
   * @param text the line
   * @param values what the signature's expression names in it
   */
  public LogEvent {
    values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Makes an event without named values.
   *
   * @param signature id of the signature
   * @param file the log
   * @param line its line number, or 0
   * @param time its time, or null
   * @param text the line
   */
  public LogEvent(String signature, String file, long line, @Nullable Instant time, String text) {
    this(signature, file, line, time, text, Map.of());
  }
}
