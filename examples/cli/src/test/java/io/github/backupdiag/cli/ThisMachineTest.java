package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diagnose} on the machine that runs the tests, which is no Azure VM. */
@Tag("jar")
class ThisMachineTest {

  private static final String AZURE_TAG = "7783-7084-3265-9085-8269-3286-77";

  /** A container shows what it runs on, but is not that machine. */
  private static final Pattern NO_AZURE_VM =
      Pattern.compile("(not|Nothing tells whether this is) an Azure VM");

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
        .filteredOn(finding -> NO_AZURE_VM.matcher(finding.get("reason").asText()).find())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.get("verdict").asText()).isIn("notApplicable", "inconclusive"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isIn(ExitStatus.OK, ExitStatus.PARTIAL);
  }

  @Test
  void saysInTextWhatItSawAndWhatNot() throws Exception {
    Run run = Jar.with().run("diagnose", "--deadline", "1m");
    assertThat(run.out())
        .contains("No cause was confirmed.")
        .contains("What was seen", "What could not be seen");
    assertThat(NO_AZURE_VM.matcher(run.out()).results()).hasSize(1);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void callsNoAddressChangesNothingAndStartsNoProcess() throws Exception {
    Strace strace = Strace.into(folder);
    Jar jar = new Jar(strace.around(), Strace.JAVA);
    JsonReport.of(jar.run("diagnose", "--format", "json", "--deadline", "1m"));
    assertThat(strace.calls()).anyMatch(call -> call.contains("/proc/self/mountinfo"));
    assertThat(strace.addresses()).isEmpty();
    assertThat(strace.changes()).isEmpty();
    assertThat(strace.processes()).isEmpty();
  }
}
