package io.github.backupdiag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a program.
 *
 * @param wall milliseconds from start to end
 * @param processor milliseconds of processor time, of its children too
 * @param said standard output and errors
 */
record MeasuredRun(double wall, double processor, String said) {

  /** Lets the shell time a run, since a process that has ended tells Java nothing any more. */
  static MeasuredRun of(Path input, List<String> program) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >&2", "bash"));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true).start();
    String all;
    try (InputStream out = process.getInputStream()) {
      all = new String(out.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
    if (process.waitFor() == ExitStatus.REFUSED) {
      throw new IOException("does not run: " + String.join(" ", program) + "\n" + all);
    }
    int last = all.lastIndexOf('\n') + 1;
    String[] times = all.substring(last).split(" ", -1);
    return new MeasuredRun(ms(times[0]), ms(times[1]) + ms(times[2]), all.substring(0, last));
  }

  /**
   * Runs a program for its memory: asks the kernel again and again until it ends, so that the last
   * milliseconds are not seen.
   *
   * @return the most that was resident at once, in kB
   */
  static long peakMemory(Path input, List<String> program) throws Exception {
    Process process =
        new ProcessBuilder(program)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, highWater(status));
      Thread.sleep(1);
    }
    return peak;
  }

  private static long highWater(Path status) {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // it has ended
    }
  }

  private static double ms(String seconds) {
    return 1000 * Double.parseDouble(seconds.strip());
  }
}
