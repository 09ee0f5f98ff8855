package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diagnose} on the machine that runs the tests, which is no Azure VM. */
@Tag("jar")
class ThisMachineTest {

  private static final String AZURE_TAG = "7783-7084-3265-9085-8269-3286-77";
  private static final Pattern WRITING = Pattern.compile("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)");

  /** What the Java machine itself writes: its performance data and its own settings. */
  private static final List<String> OF_JAVA = List.of("hsperfdata_", "/proc/self/");

  @TempDir private Path folder;

  @BeforeEach
  void assumeNoAzureVm() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: needs Linux");
    Path tag = Path.of("/sys/class/dmi/id/chassis_asset_tag");
    boolean azure = Files.isReadable(tag) && Files.readString(tag).strip().equals(AZURE_TAG);
    assumeTrue(!azure, "skipped: this is an Azure VM");
  }

  @Test
  void blamesNothingAndSaysOnceThatItIsNoAzureVm() throws Exception {
    Run run = Jar.with().run("diagnose", "--format", "json", "--deadline", "1m");
    JsonReport report = JsonReport.of(run);
    assertThat(report.confirmed()).isEmpty();
    assertThat(report.causes("contradictory")).isEmpty();
    assertThat(report.elements("problems")).isEmpty();
    assertThat(report.elements("findings"))
        .filteredOn(finding -> finding.get("reason").asText().contains("not an Azure VM"))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.get("verdict").asText()).isEqualTo("notApplicable"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isIn(ExitStatus.OK, ExitStatus.PARTIAL);
  }

  @Test
  void saysInTextWhatItSawAndWhatNot() throws Exception {
    Run run = Jar.with().run("diagnose", "--deadline", "1m");
    assertThat(run.out())
        .contains("No cause was confirmed.")
        .contains("What was seen", "What could not be seen")
        .containsOnlyOnce("not an Azure VM");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void callsNoAddressAndWritesNoFile() throws Exception {
    List<String> calls = trace("diagnose", "--format", "json");
    assertThat(calls).anyMatch(call -> call.contains("/proc/self/mountinfo"));
    assertThat(calls)
        .filteredOn(call -> call.contains("sin_addr") || call.contains("inet_"))
        .isEmpty();
    assertThat(calls)
        .filteredOn(call -> WRITING.matcher(call).find())
        .filteredOn(call -> OF_JAVA.stream().noneMatch(call::contains))
        .filteredOn(call -> !call.contains("openat(AT_FDCWD, \"" + processId(call) + "\""))
        .isEmpty();
  }

  /** The number of the traced process is also the name of its performance data. */
  private static String processId(String call) {
    var name = Pattern.compile("\"(\\d+)\"").matcher(call);
    return name.find() ? name.group(1) : "none";
  }

  private List<String> trace(String... words) throws Exception {
    assumeTrue(isInstalled("strace"), "skipped: strace is not installed");
    Path calls = folder.resolve("calls");
    String[] strace = {
      "strace",
      "-f",
      "-qq",
      "-s",
      "256",
      "-o",
      calls.toString(),
      "-e",
      "trace=%network,open,openat,creat,mkdir,mkdirat,unlink,unlinkat,rename"
    };
    Run run = Jar.under(strace).run(words);
    boolean traced = Files.exists(calls) && Files.size(calls) > 0;
    assumeTrue(traced, "skipped: strace may not trace here: " + run.err());
    JsonReport.of(run);
    return Files.readAllLines(calls, StandardCharsets.ISO_8859_1);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
