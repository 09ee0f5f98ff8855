package io.github.backupdiag.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times whole runs of the executable jar, from nothing to a report, against {@code java -version}
 * on the same machine. The runs take turns, so that noise hits all alike; the ratio of medians is
 * what travels between machines.
 */
public final class StartBenchmark {

  private static final int RUNS = 15;
  private static final Path JAR = Path.of("target/backup-diag.jar");
  private static final Path ARCHIVE = Path.of("target/backup-diag-bench.jsa");
  private static final Path SAMPLE = Path.of("samples/disk-full");

  private StartBenchmark() {}

  /** Runs it in the directory of the module, where the jar was built. */
  public static void main(String[] args) throws Exception {
    Files.deleteIfExists(ARCHIVE);
    run(java("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Xlog:disable"));
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put("java -version", List.of(java().get(0), "-version"));
    programs.put("diagnose --root", java());
    programs.put("diagnose --root, AppCDS", java("-XX:SharedArchiveFile=" + ARCHIVE));
    programs.put(
        "diagnose --root, AppCDS, C1, serial GC",
        java("-XX:SharedArchiveFile=" + ARCHIVE, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    print(time(programs));
  }

  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-jar", JAR.toString(), "diagnose", "--root", SAMPLE.toString()));
    return command;
  }

  private static Map<String, long[]> time(Map<String, List<String>> programs) throws Exception {
    Map<String, long[]> times = new LinkedHashMap<>();
    programs.keySet().forEach(name -> times.put(name, new long[RUNS]));
    for (int turn = 0; turn < RUNS; turn++) {
      for (var program : programs.entrySet()) {
        long start = System.nanoTime();
        run(program.getValue());
        times.get(program.getKey())[turn] = System.nanoTime() - start;
      }
    }
    return times;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor();
    if (status == ExitStatus.REFUSED) {
      throw new IOException("does not run: " + String.join(" ", command));
    }
  }

  private static void print(Map<String, long[]> times) {
    double floor = 0;
    System.out.printf("%-40s %10s %8s%n", "cold start, median of " + RUNS, "ms", "ratio");
    for (var entry : times.entrySet()) {
      long[] sorted = entry.getValue().clone();
      Arrays.sort(sorted);
      double median = sorted[RUNS / 2] / 1e6;
      floor = floor == 0 ? median : floor;
      System.out.printf("%-40s %10.0f %8.1f%n", entry.getKey(), median, median / floor);
    }
  }
}
