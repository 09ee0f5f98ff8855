package io.github.backupdiag.scan;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.internal.logscan.SignatureScan;
import io.github.backupdiag.internal.scan.ManyTexts;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Looks through logs once for all signatures of a catalog, whatever log a signature belongs to. A
 * hit is one signature in one line; its time is that of the line or of the record the line belongs
 * to, in UTC, and null where the zone is not known. Of overlapping signatures the longest counts; a
 * signature with a regular expression counts if the expression is found in the line, of which it
 * sees at most 64 KiB. Whether a benign line is known noise depends on other lines and is not
 * decided here.
 *
 * <p>Logs may be packed by gzip, and written in UTF-8, UTF-16 or any other charset that holds
 * ASCII; lines may be of any length. What is kept does not grow with the logs. Immutable and
 * thread-safe.
 */
public final class LogScan {

  private final SignatureScan scan;

  private LogScan(SignatureScan scan) {
    this.scan = scan;
  }

  /**
   * Makes a scan, which is costly enough to be made once.
   *
   * @param catalog whose signatures are looked for
   * @return the scan
   */
  public static LogScan of(Catalog catalog) {
    return new LogScan(new SignatureScan(catalog));
  }

  /**
   * Scans logs. What is told, and its order, does not depend on the number of threads. The threads
   * have ended when this returns; an interrupt of the caller stops them and stays set.
   *
   * @param logs the logs
   * @param threads how many threads look at once, from 1
   * @param stop asked again and again; true ends the scan
   * @param listener is told what is found; what it throws ends the scan
   * @return false if the scan was stopped before its end
   */
  public boolean scan(
      List<LogSource> logs, int threads, BooleanSupplier stop, ScanListener listener) {
    List<String> names = logs.stream().map(LogSource::name).toList();
    List<ManyTexts.Opener> openers = logs.stream().<ManyTexts.Opener>map(log -> log::open).toList();
    return scan.scan(
        names,
        openers,
        threads,
        stop,
        listener::hit,
        (name, damage) -> {
          if (damage != null) {
            listener.unreadable(name, damage);
          }
        });
  }
}
