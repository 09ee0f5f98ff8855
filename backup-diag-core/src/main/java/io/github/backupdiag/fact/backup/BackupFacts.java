package io.github.backupdiag.fact.backup;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Sensitivity;
import io.github.backupdiag.fact.Target;
import java.time.Instant;
import java.util.List;

/** Facts of the request and the job. Most are put in by the engine, from what the user gave. */
public final class BackupFacts {

  /** The VM and vault of the request. */
  public static final FactKey<Target> TARGET =
      FactKey.record("request.target", Target.class).withSensitivity(Sensitivity.IDENTIFIER);

  /** The incidents the input speaks of. */
  public static final FactKey<List<Incident>> INCIDENTS =
      FactKey.records("request.incidents", Incident.class);

  /** Codes recognised in the input, best first within an incident. */
  public static final FactKey<List<CodeMatch>> MATCHES =
      FactKey.records("request.matches", CodeMatch.class);

  /** Things of the shape of a code that the catalog does not know. */
  public static final FactKey<List<UnknownCode>> UNKNOWN_CODES =
      FactKey.records("request.unknown-codes", UnknownCode.class);

  /** Language of the input, tag as in the portal's message lists. */
  public static final FactKey<String> INPUT_LANGUAGE = FactKey.text("request.input-language");

  /** When the backup failed. */
  public static final FactKey<Instant> FAILED_AT = FactKey.time("request.failed-at");

  /** The clock of the machine that gathered, when it looked at running systems. */
  public static final FactKey<Instant> CLOCK_NOW = FactKey.time("clock.now");

  /** Codes that probes met on their way. */
  public static final FactKey<List<SeenCode>> SEEN_CODES =
      FactKey.records("backup.seen-codes", SeenCode.class);

  /**
   * The moment that counts as the present: the clock for running systems, the newest time inside a
   * copy. Derived by the engine, never recorded.
   */
  public static final FactKey<Instant> REFERENCE_TIME = FactKey.time("derived.reference-time");

  /** Source of facts that come from the text of the caller, and the file that their places name. */
  public static final String INPUT = "input";

  /**
   * Known log lines in the text of the caller that show neither their log nor a time. They raise
   * suspicion and prove nothing.
   */
  public static final FactKey<LogEvents> QUOTED_LINES =
      FactKey.record("request.quoted-lines", LogEvents.class);

  /** What could not be read of the text of the caller and why, one line each. */
  public static final FactKey<List<String>> INPUT_PROBLEMS =
      FactKey.texts("request.input-problems");

  /** What of the guest could not be read and why, one line each; its source is the guest's name. */
  public static final FactKey<List<String>> GUEST_LIMITATIONS = FactKey.texts("guest.limitations");

  /** Causes that the text of the caller speaks of, most clearly first; never evidence of one. */
  public static final FactKey<List<NamedCause>> NAMED_CAUSES =
      FactKey.records("request.named-causes", NamedCause.class);

  /** Backups of the same VM that ended well, as the text of the caller tells. */
  public static final FactKey<List<GoodBackup>> GOOD_BACKUPS =
      FactKey.records("request.good-backups", GoodBackup.class);

  /** Extensions that the text of the caller reports as failed. */
  public static final FactKey<List<FailedExtension>> FAILED_EXTENSIONS =
      FactKey.records("request.failed-extensions", FailedExtension.class);

  /** The window of the failed job. Derived by the engine, never recorded. */
  public static final FactKey<JobWindow> WINDOW =
      FactKey.record("derived.job-window", JobWindow.class);

  /** How the planned probes ended. */
  public static final FactKey<List<ProbeRun>> PROBE_RUNS =
      FactKey.records("engine.probe-runs", ProbeRun.class);

  private BackupFacts() {}
}
