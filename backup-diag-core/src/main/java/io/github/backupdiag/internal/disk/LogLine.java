package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;

/** A line of a log as evidence, with the sentence {@code evidence.<rule>.log-line}. */
final class LogLine {

  private LogLine() {}

  static Evidence of(FactKey<LogEvents> log, LogEvent event, String rule) {
    return Evidence.of(log, Phrase.of("evidence." + rule + ".log-line"))
        .withExcerpt(event.text())
        .withPlace(event.file(), event.line())
        .withTime(event.time());
  }
}
