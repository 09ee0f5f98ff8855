package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.report.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A known line of a log.
 *
 * @param log name of the log
 * @param event the line
 * @param milestone its place in the order of a good run, or 0
 * @param isError true if it tells of an error
 * @param written when it was written (UTC), or null if that cannot be trusted
 * @param time when what it tells happened, which may be earlier, or null
 */
record Sighting(
    String log,
    LogEvent event,
    int milestone,
    boolean isError,
    @Nullable Instant written,
    @Nullable Instant time) {

  static Sighting of(String log, LogEvent event, LogSignature signature) {
    Instant written = LineStamp.isLocal(event.text()) ? null : event.time();
    return new Sighting(
        log,
        event,
        signature.milestone(),
        signature.severity().equals("error"),
        written,
        LineStamp.happened(event.text(), written));
  }

  String signature() {
    return event.signature();
  }

  String text() {
    return event.text();
  }

  Timeline.Mark mark() {
    return new Timeline.Mark(signature(), event.file(), event.line(), time, text());
  }
}
