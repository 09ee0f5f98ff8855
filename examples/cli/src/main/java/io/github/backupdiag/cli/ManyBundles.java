package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Diagnoses the bundles of a directory with one loaded catalog, several at once, and gives what is
 * made of the reports in the order of the names. However many threads do it, the results are the
 * same; only a few of them are in memory at a time.
 */
final class ManyBundles {

  /**
   * What came of one bundle.
   *
   * @param name of its file or directory
   * @param isReadable false if it could not be opened; then the report says why
   * @param report always there
   */
  record Diagnosed(String name, boolean isReadable, Report report) {}

  private final BundleDirectory directory;
  private final BackupDiagnosis diagnosis;
  private final Supplier<DiagnosisRequest.Builder> requests;
  private final Locale language;
  private final boolean assumeAzure;

  /** Held by many for reading, by one for writing: who needs all the memory works alone. */
  private final ReadWriteLock memory = new ReentrantReadWriteLock();

  ManyBundles(
      BundleDirectory directory,
      BackupDiagnosis diagnosis,
      Supplier<DiagnosisRequest.Builder> requests,
      CommonOptions common) {
    this.directory = directory;
    this.diagnosis = diagnosis;
    this.requests = requests;
    this.language = common.language();
    this.assumeAzure = common.assumesAzure();
  }

  /**
   * Diagnoses.
   *
   * @param names which bundles, in this order
   * @param threads do it
   * @param made makes what is wanted of a report, on the thread of the bundle
   * @param results takes it in order; false ends the work
   * @return false if it ended early
   */
  <R> boolean diagnose(
      List<String> names, InOrder threads, Function<Diagnosed, R> made, InOrder.Taking<R> results)
      throws RefusedException {
    return threads.work(names.iterator(), name -> contained(name, made), results);
  }

  private <R> R contained(String name, Function<Diagnosed, R> made) {
    try {
      return holding(memory.readLock(), name, made);
    } catch (OutOfMemoryError e) {
      return alone(name, made);
    }
  }

  /** A second try while no other bundle takes memory. */
  private <R> R alone(String name, Function<Diagnosed, R> made) {
    try {
      return holding(memory.writeLock(), name, made);
    } catch (OutOfMemoryError e) {
      return made.apply(
          refused(name, "not enough memory for it; give Java more, for example -Xmx1g"));
    }
  }

  private <R> R holding(Lock lock, String name, Function<Diagnosed, R> made) {
    lock.lock();
    try {
      return made.apply(diagnosed(name));
    } finally {
      lock.unlock();
    }
  }

  private Diagnosed diagnosed(String name) {
    try {
      String objection = directory.objection(name);
      if (objection != null) {
        return refused(name, objection);
      }
      Bundle bundle = Bundle.open(directory.path(name), assumeAzure);
      return new Diagnosed(name, true, bundle.diagnose(diagnosis, requests.get()));
    } catch (RefusedException e) {
      return refused(name, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return refused(name, "internal error, please report it: " + e);
    }
  }

  private Diagnosed refused(String name, String problem) {
    return new Diagnosed(
        name, false, RefusedReport.of(name, problem, diagnosis.catalog(), language));
  }
}
