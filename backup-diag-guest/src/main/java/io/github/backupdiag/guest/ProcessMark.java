package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A variable in the environment of a command, by which all its descendants are known, also those
 * whose parent has ended. Linux only; elsewhere nothing is found.
 */
final class ProcessMark {

  private static final String VARIABLE = "BACKUP_DIAG_COMMAND";
  private static final Path PROC = Path.of("/proc");
  private static final int MAX_ROUNDS = 50;
  private static final int MAX_ENVIRONMENT = 1 << 20;

  /** The kernel gives times in hundredths of a second, whatever its own clock. */
  private static final int TICKS_PER_SECOND = 100;

  /** Place of the start time in {@code /proc/N/stat} after the name of the program. */
  private static final int START_FIELD = 20;

  private static final int STATE_FIELD = 1;
  private static final int PARENT_FIELD = 2;

  /** Parent of the threads of the kernel, which have no environment at all. */
  private static final String KERNEL = "2";

  private static final long PAUSE_NANOS = 2_000_000;

  private final String value;
  private final long since;

  private ProcessMark(String value, long since) {
    this.value = value;
    this.since = since;
  }

  static ProcessMark next() {
    return new ProcessMark(UUID.randomUUID().toString(), ticksNow());
  }

  void put(Map<String, String> environment) {
    environment.put(VARIABLE, value);
  }

  /** Ends all marked processes, and those that they started while the others were ended. */
  void endAll() {
    Set<ProcessHandle> ended = new HashSet<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Found found = find();
      if (!ended.addAll(found.marked()) && !found.starting()) {
        return;
      }
      found.marked().forEach(ProcessHandle::destroyForcibly);
      if (found.starting()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** The marked processes, and whether another one has no environment yet. */
  private record Found(List<ProcessHandle> marked, boolean starting) {}

  private Found find() {
    List<ProcessHandle> found = new ArrayList<>();
    AtomicBoolean starting = new AtomicBoolean();
    try {
      Children.of(
          PROC,
          directory -> {
            String name = String.valueOf(directory.getFileName());
            String environment = Character.isDigit(name.charAt(0)) ? ofYoung(directory) : null;
            if (environment != null && environment.contains(VARIABLE + "=" + value)) {
              ProcessHandle.of(Long.parseLong(name)).ifPresent(found::add);
            } else if (environment != null && environment.isEmpty()) {
              starting.set(true);
            }
            return true;
          });
    } catch (IOException e) {
      return new Found(found, false); // no /proc, or it ended meanwhile
    }
    return new Found(found, starting.get());
  }

  /**
   * Gives the environment of a young process, else null: that of a hung one cannot be read either.
   * It is empty while a process puts on another program, when nobody can tell whose it is.
   */
  private @Nullable String ofYoung(Path directory) {
    try {
      String stat = text(directory.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
      boolean young = Long.parseLong(fields[START_FIELD]) >= since;
      boolean ended = fields[STATE_FIELD].equals("Z") || fields[STATE_FIELD].equals("X");
      boolean ofKernel = fields[PARENT_FIELD].equals(KERNEL);
      return young && !ended && !ofKernel ? text(directory.resolve("environ")) : null;
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return null; // ended, or not ours
    }
  }

  private static long ticksNow() {
    try {
      String uptime = text(PROC.resolve("uptime"));
      return (long) (Double.parseDouble(uptime.split(" ", 2)[0]) * TICKS_PER_SECOND) - 1;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_ENVIRONMENT), StandardCharsets.ISO_8859_1);
    }
  }
}
