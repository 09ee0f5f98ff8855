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

/**
 * A variable in the environment of a command, by which all its descendants are known, also those
 * whose parent has ended. Linux only; elsewhere nothing is found.
 */
final class ProcessMark {

  private static final String VARIABLE = "BACKUP_DIAG_COMMAND";
  private static final Path PROC = Path.of("/proc");
  private static final int MAX_ROUNDS = 8;
  private static final int MAX_ENVIRONMENT = 1 << 20;

  /** The kernel gives times in hundredths of a second, whatever its own clock. */
  private static final int TICKS_PER_SECOND = 100;

  /** Place of the start time in {@code /proc/N/stat} after the name of the program. */
  private static final int START_FIELD = 20;

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
      List<ProcessHandle> marked = find();
      if (!ended.addAll(marked)) {
        return;
      }
      marked.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> find() {
    List<ProcessHandle> found = new ArrayList<>();
    try {
      Children.of(
          PROC,
          directory -> {
            String name = String.valueOf(directory.getFileName());
            if (Character.isDigit(name.charAt(0)) && isMarked(directory)) {
              ProcessHandle.of(Long.parseLong(name)).ifPresent(found::add);
            }
            return true;
          });
    } catch (IOException e) {
      return found; // no /proc, or it ended meanwhile
    }
    return found;
  }

  /** Looks into young processes only: the environment of a hung one cannot be read either. */
  private boolean isMarked(Path directory) {
    try {
      String[] fields =
          text(directory.resolve("stat")).replaceFirst("(?s).*\\)", "").split(" ", -1);
      return Long.parseLong(fields[START_FIELD]) >= since
          && text(directory.resolve("environ")).contains(VARIABLE + "=" + value);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return false; // ended, or not ours
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
