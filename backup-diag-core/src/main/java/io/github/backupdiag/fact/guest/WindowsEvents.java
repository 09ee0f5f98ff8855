package io.github.backupdiag.fact.guest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the Windows event logs.
 *
 * @param events in the order of the source
 * @param newest newest time among them (UTC), or null if none tells its time
 * @param complete true if every entry of the time in question was looked at; false for a piece of
 *     text, so that what is missing proves nothing
 */
public record WindowsEvents(List<WindowsEvent> events, @Nullable Instant newest, boolean complete) {

  /**
   * Copies the list.
   *
   * @param events the entries
   * @param newest newest time, or null
   * @param complete false for a piece of text
   */
  public WindowsEvents {
    events = List.copyOf(events);
  }
}
