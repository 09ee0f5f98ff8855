package io.github.backupdiag.scan;

import io.github.backupdiag.fact.backup.LogEvent;
import java.io.IOException;

/** Is told what a scan finds: log by log, line by line, by one thread at a time. */
public interface ScanListener {

  /**
   * Takes a hit.
   *
   * @param event its text is without secrets
   */
  void hit(LogEvent event);

  /**
   * Is told that a log could not be read, or not to its end. Hits of what was read came before.
   *
   * @param log name of the log
   * @param damage why
   */
  void unreadable(String log, IOException damage);
}
