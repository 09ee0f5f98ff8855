package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.PrivateFiles;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands, bounded in time and output and without a shell. Closing it ends those that still
 * run, with all their descendants, so that none outlives the questions. Thread-safe.
 */
final class CommandRunner implements AutoCloseable {

  /** How much of each stream is kept, if nothing else is said. */
  static final int MAX_BYTES = 256 << 10;

  private static final long IDLE_MILLIS = 10;
  private static final long BUSY_MILLIS = 1;

  private final Programs programs;
  private final Set<CommandProcess> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  CommandRunner(Programs programs) {
    this.programs = programs;
  }

  Observation<CommandOutput> run(Question.Command command)
      throws IOException, InterruptedException {
    return run(command, MAX_BYTES);
  }

  Observation<CommandOutput> run(Question.Command command, int maxBytes)
      throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(command.argv());
    if (argv.isEmpty()) {
      throw UnreadableException.failed("a command without a program");
    }
    if (PrivateFiles.isReadBy(command)) {
      throw UnreadableException.refused(PrivateFiles.refusal(Subject.of(command)));
    }
    try {
      argv.set(0, programs.find(argv.get(0)).toString());
    } catch (NoSuchFileException e) {
      return new Absent<>(argv.get(0));
    }
    CommandOutput output = closed ? null : run(argv, command.timeout(), maxBytes);
    String line = Subject.of(command);
    return output == null
        ? new Unavailable<>(UnavailableReason.TIMED_OUT, line)
        : new Observed<>(output, line, null);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(CommandProcess::end);
  }

  /** Gives nothing when the time is over. */
  private @Nullable CommandOutput run(List<String> argv, Duration timeout, int maxBytes)
      throws IOException, InterruptedException {
    CommandProcess command = CommandProcess.start(argv);
    running.add(command);
    try {
      if (closed) {
        return null;
      }
      command.process().getOutputStream().close();
      return await(command.process(), timeout, maxBytes);
    } finally {
      command.end();
      running.remove(command);
    }
  }

  private static @Nullable CommandOutput await(Process process, Duration timeout, int maxBytes)
      throws IOException, InterruptedException {
    Capture out = new Capture(process.getInputStream(), maxBytes);
    Capture err = new Capture(process.getErrorStream(), maxBytes);
    long start = System.nanoTime();
    boolean exited = false;
    boolean more = true;
    while (!exited || more) {
      if (timeout.compareTo(Duration.ofNanos(System.nanoTime() - start)) < 0) {
        return null;
      }
      exited = process.waitFor(more ? BUSY_MILLIS : IDLE_MILLIS, TimeUnit.MILLISECONDS);
      boolean moreOut = out.drain();
      more = err.drain() || moreOut;
    }
    return new CommandOutput(
        process.exitValue(), out.bytes(), err.bytes(), out.isComplete() && err.isComplete());
  }
}
