package io.github.backupdiag.cli;

import io.github.backupdiag.cli.StandInWireServer.Manner;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * A health check of the machine it runs on, against {@code java -version}; and one of a made-up VM
 * in a namespace, against the script of vmassist if a copy is at hand. The runs take turns. This
 * one alone:
 *
 * <pre>mvn -q -Pbench -pl examples/cli -am package exec:exec@live -DskipTests \
 *     -Dvmassist=/where/it/is/vmassist.sh</pre>
 *
 * <p>vmassist writes a log, which in the namespace comes to lie in memory. Nothing of the machine
 * changes.
 */
public final class LiveBenchmark {

  private static final int TURNS = 11;
  private static final int MOST_MEGABYTES = 80;
  private static final Path JAR = Path.of("target/backup-diag.jar").toAbsolutePath();
  private static final Path ARCHIVE = Path.of("target/backup-diag.jsa");
  private static final Path LAUNCHER = Path.of("backup-diag").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path folder = Files.createTempDirectory("backup-diag-live");
  private final Path input = Files.createFile(folder.resolve("input"));

  private LiveBenchmark() throws IOException {}

  /** Runs it in the directory of the module, where the jar was built. */
  public static void main(String[] args) throws Exception {
    Files.deleteIfExists(ARCHIVE);
    LiveBenchmark benchmark = new LiveBenchmark();
    benchmark.thisMachine();
    benchmark.vm(System.getProperty("vmassist", ""));
  }

  private void thisMachine() throws Exception {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put("java -version", List.of(JAVA, "-version"));
    programs.put("java -jar, diagnose", List.of(JAVA, "-jar", JAR.toString(), "diagnose"));
    programs.put("launcher, diagnose", List.of(LAUNCHER.toString(), "diagnose"));
    report("health check of this machine", programs);
    MeasuredRun.of(input, List.of(LAUNCHER.toString(), "--make-archive"));
    programs.remove("java -jar, diagnose");
    report("the same, with an archive of classes", programs);
    Files.deleteIfExists(ARCHIVE);
  }

  private void vm(String vmassist) throws Exception {
    Path root = Files.createDirectory(folder.resolve("vm"));
    SampleRoot.of(Distribution.DEBIAN_12, root).file("var/log/azure/none", "");
    try (VmNamespace vm = VmNamespace.around(root, folder)) {
      vm.withAddresses().serving(Manner.WELL, 0);
      Map<String, List<String>> programs = new LinkedHashMap<>();
      if (!vmassist.isEmpty()) {
        String script = "mount -t tmpfs none /var/log/azure && exec bash \"$0\"";
        programs.put("vmassist", vm.inside("bash", "-c", script, vmassist));
      }
      String[] words = {"diagnose", "--assume-azure"};
      programs.put(
          "java -jar, diagnose", vm.inside(JAVA, "-jar", JAR.toString(), words[0], words[1]));
      programs.put("launcher, diagnose", vm.inside(LAUNCHER.toString(), words[0], words[1]));
      time("a made-up VM, with the time to make its namespace", programs);
      answers(vm, programs.get("vmassist"));
    } catch (TestAbortedException e) {
      System.out.println("a made-up VM: " + e.getMessage());
    }
  }

  /**
   * What is told: by vmassist a line for each question, by us a fact that was seen or is absent.
   */
  private void answers(VmNamespace vm, List<String> vmassist) throws Exception {
    List<String> json = vm.inside(JAVA, "-jar", JAR.toString(), "diagnose", "--assume-azure");
    Path facts = folder.resolve("facts.json");
    List<String> recording = new ArrayList<>(json);
    recording.addAll(List.of("--record", facts.toString()));
    MeasuredRun.of(input, recording);
    String recorded = Files.readString(facts);
    int seen = recorded.split("\"(observed|absent)\"", -1).length - 1;
    System.out.printf("%nanswers: %d facts seen or seen to be absent%n", seen);
    if (vmassist != null) {
      String said = MeasuredRun.of(input, vmassist).said();
      long lines = said.lines().filter(line -> line.matches("(- )?[A-Za-z][\\w >%]*:.*")).count();
      System.out.printf("vmassist: %d lines%n%s%n", lines, said);
    }
  }

  private void report(String title, Map<String, List<String>> programs) throws Exception {
    time(title, programs);
    System.out.printf("%-50s %8s %8s%n", "", "peak MB", "started");
    for (var program : programs.entrySet()) {
      long peak = MeasuredRun.peakMemory(input, program.getValue()) / 1024;
      System.out.printf(
          "%-50s %8d %8s  %s%n",
          program.getKey(),
          peak,
          started(program.getValue()),
          peak <= MOST_MEGABYTES ? "holds" : "above " + MOST_MEGABYTES + " MB");
    }
  }

  /** How many processes it starts, if strace can tell. */
  private String started(List<String> program) throws Exception {
    try {
      Strace strace = Strace.into(folder);
      MeasuredRun.of(input, strace.around(program.toArray(String[]::new)));
      return String.valueOf(strace.processes().size());
    } catch (TestAbortedException e) {
      return "-";
    }
  }

  /** The first turn is left out: it brings the files into the memory of the machine. */
  private void time(String title, Map<String, List<String>> programs) throws Exception {
    Map<String, List<MeasuredRun>> runs = new LinkedHashMap<>();
    for (int turn = 0; turn <= TURNS; turn++) {
      for (var program : programs.entrySet()) {
        MeasuredRun run = MeasuredRun.of(input, program.getValue());
        if (turn > 0) {
          runs.computeIfAbsent(program.getKey(), name -> new ArrayList<>()).add(run);
        }
      }
    }
    System.out.printf("%n%-50s %8s %8s %6s %6s%n", title, "ms wall", "ms cpu", "wall", "cpu");
    double[] floor = null;
    for (var entry : runs.entrySet()) {
      double[] median = median(entry.getValue());
      floor = floor == null ? median : floor;
      System.out.printf(
          "%-50s %8.0f %8.0f %6.2f %6.2f%n",
          entry.getKey(), median[0], median[1], median[0] / floor[0], median[1] / floor[1]);
    }
  }

  private static double[] median(List<MeasuredRun> runs) {
    double[] wall = runs.stream().mapToDouble(MeasuredRun::wall).sorted().toArray();
    double[] processor = runs.stream().mapToDouble(MeasuredRun::processor).sorted().toArray();
    return new double[] {wall[runs.size() / 2], processor[runs.size() / 2]};
  }
}
