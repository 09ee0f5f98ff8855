package io.github.backupdiag.report;

import io.github.backupdiag.diagnostic.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one run of the backup got inside the VM: the stages of a backup in their order, as the
 * logs of agent and extension show them. The order is that of the programs' own steps and not that
 * of the file, since the lines of a freeze are kept in memory and written late. A missing line is
 * taken for a step not taken only where the log is known to be whole.
 *
 * @param outcome how the run ended
 * @param task id of the backup task, or null
 * @param start when the run began (UTC), or null if the logs carry no time that can be trusted
 * @param attempts number of runs in the time of the job, this one among them
 * @param logs the files that tell of it
 * @param stages in their order; those that only some VMs have, such as scripts, only if reached
 * @param last the last step that was seen, or null
 * @param until up to when nothing of a further step was seen (UTC): the report of the failure, the
 *     next run, the time of the failure, or the newest line of the logs; null if that is unknown or
 *     the run succeeded
 * @param result the line in which the run says how it ended, or null
 * @param stop what is known to hang where the run stopped, or null
 * @param errors what went wrong on the way, one line of each kind, in order
 * @param limits what keeps the logs from telling more
 */
public record Timeline(
    Outcome outcome,
    @Nullable String task,
    @Nullable Instant start,
    int attempts,
    List<String> logs,
    List<Stage> stages,
    @Nullable Mark last,
    @Nullable Instant until,
    @Nullable Mark result,
    @Nullable Phrase stop,
    List<Mishap> errors,
    List<Phrase> limits) {

  /**
   * Copies the lists.
   *
   * @param outcome how the run ended
   * @param task id of the backup task, or null
   * @param start when the run began, or null
   * @param attempts number of runs
   * @param logs the files that tell of it
   * @param stages in their order
   * @param last the last step, or null
   * @param until up to when nothing further was seen, or null
   * @param result how the run says it ended, or null
   * @param stop what hangs, or null
   * @param errors what went wrong on the way
   * @param limits what keeps the logs from telling more
   */
  public Timeline {
    logs = List.copyOf(logs);
    stages = List.copyOf(stages);
    errors = List.copyOf(errors);
    limits = List.copyOf(limits);
  }

  /** How a run ended. */
  public enum Outcome {
    /** It went through and says so. */
    SUCCEEDED("succeeded"),
    /** It says itself that it failed. */
    FAILED("failed"),
    /** It says nothing any more, and the log is whole. */
    STOPPED("stopped"),
    /** The logs do not tell. */
    UNKNOWN("unknown");

    private final String tag;

    Outcome(String tag) {
      this.tag = tag;
    }

    /**
     * Gives the name used in JSON.
     *
     * @return for example {@code stopped}
     */
    public String tag() {
      return tag;
    }
  }

  /** Whether a stage was reached. */
  public enum State {
    /** A line says so. */
    REACHED("reached"),
    /** The run ended before it. */
    NOT_REACHED("notReached"),
    /** No line tells, which may be for want of lines. */
    UNKNOWN("unknown");

    private final String tag;

    State(String tag) {
      this.tag = tag;
    }

    /**
     * Gives the name used in JSON.
     *
     * @return for example {@code notReached}
     */
    public String tag() {
      return tag;
    }
  }

  /**
   * A line of a log.
   *
   * @param signature id of the signature in the catalog
   * @param file the log
   * @param line its line number from 1, or 0 if only the end of the log was read
   * @param time when what it tells happened (UTC), or null; for a line written late, its own stamp
   * @param text the line
   */
  public record Mark(
      String signature, String file, long line, @Nullable Instant time, String text) {}

  /**
   * A stage of a backup.
   *
   * @param id such as {@code freeze}
   * @param title what happens in it
   * @param state whether the run reached it
   * @param first its first step that was seen, null unless it was reached
   * @param last its last step that was seen, null unless it was reached
   */
  public record Stage(
      String id, Phrase title, State state, @Nullable Mark first, @Nullable Mark last) {}

  /**
   * Something that went wrong on the way.
   *
   * @param stage id of the stage that it happened in, or null if none was reached before
   * @param mark the line
   */
  public record Mishap(@Nullable String stage, Mark mark) {}

  /**
   * Gives the stage that the last step belongs to. A report of failure is no step.
   *
   * @return the furthest stage of the run, or null
   */
  public @Nullable Stage furthest() {
    return stages.stream()
        .filter(stage -> last != null && last.equals(stage.last()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Gives the time without a further step.
   *
   * @return from the last step to {@link #until}, or null if one of them is unknown
   */
  public @Nullable Duration silence() {
    Instant from = last == null ? null : last.time();
    return from == null || until == null || until.isBefore(from)
        ? null
        : Duration.between(from, until);
  }
}
