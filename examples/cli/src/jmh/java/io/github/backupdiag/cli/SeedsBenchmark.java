package io.github.backupdiag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times whole runs of the executable jar against the same jar with the catalog of the seeds: the 17
 * codes of the articles of 2016 and 2020 and 24 of the Linux extension. The runs take turns. What a
 * run costs in processor time is judged, since other programs disturb it least. This one alone:
 *
 * <pre>mvn -q -Pbench -pl examples/cli -am package exec:exec@seeds -DskipTests</pre>
 */
public final class SeedsBenchmark {

  private static final int TURNS = 21;
  private static final double BOUND = 1.10;
  private static final Path WHOLE = Path.of("target/backup-diag.jar");
  private static final Path SEEDS = Path.of("target/backup-diag-seeds.jar");
  private static final Path INPUT = Path.of("target/seeds/message.txt");
  private static final String CODE = "UserErrorGuestAgentStatusUnavailable";

  private SeedsBenchmark() {}

  /** Runs it in the directory of the module, where the jar was built. */
  public static void main(String[] args) throws Exception {
    SeedJar.make(WHOLE, Path.of("target/seeds"), SEEDS);
    System.out.printf("%n%-28s %17s %17s %13s%n", "", "whole catalog", "seeds", "ratio");
    System.out.printf(
        "%-28s %8s %8s %8s %8s %6s %6s%n",
        "cold, median of " + TURNS, "ms wall", "ms cpu", "ms wall", "ms cpu", "wall", "cpu");
    Files.writeString(INPUT, "VM 에이전트가 Azure Backup과 통신할 수 없습니다.");
    compare("explain CODE", "explain", CODE);
    compare("explain Korean message", "explain", "-");
    compare("list codes", "list", "codes");
  }

  private static void compare(String name, String... arguments) throws Exception {
    List<double[]> whole = new ArrayList<>();
    List<double[]> seeds = new ArrayList<>();
    for (int turn = 0; turn <= TURNS; turn++) {
      whole.add(run(WHOLE, arguments));
      seeds.add(run(SEEDS, arguments));
    }
    double wall = median(whole, 0) / median(seeds, 0);
    double cpu = median(whole, 1) / median(seeds, 1);
    System.out.printf(
        "%-28s %8.0f %8.0f %8.0f %8.0f %6.2f %6.2f  %s%n",
        name,
        median(whole, 0),
        median(whole, 1),
        median(seeds, 0),
        median(seeds, 1),
        wall,
        cpu,
        cpu <= BOUND ? "holds" : "missed");
  }

  /** The first run is left out: it brings the jar into the memory of the machine. */
  private static double median(List<double[]> times, int at) {
    return times.stream()
        .skip(1)
        .mapToDouble(time -> time[at])
        .sorted()
        .skip(TURNS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static double[] run(Path jar, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    MeasuredRun run = MeasuredRun.of(INPUT, command);
    if (!run.said().contains(CODE)) {
      throw new IOException("does not run: " + String.join(" ", command) + "\n" + run.said());
    }
    return new double[] {run.wall(), run.processor()};
  }
}
