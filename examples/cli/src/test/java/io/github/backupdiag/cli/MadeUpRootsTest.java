package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code diagnose --root} on copies in which one thing is wrong, or nothing. */
class MadeUpRootsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void theAilmentIsTheFirstAndOnlyConfirmedCauseOnEachDistribution(Ailment ailment) {
    for (Distribution distribution : Distribution.values()) {
      Path root = ailment.in(folder.resolve(distribution.name()), distribution).directory();
      assertBlamed(ailment, diagnose(root));
      for (String code : ailment.codes()) {
        assertBlamed(ailment, diagnose(root, "--error", code));
      }
    }
  }

  private static void assertBlamed(Ailment ailment, Run run) {
    JsonNode cause = JsonReport.of(run).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo(ailment.cause());
    JsonNode evidence = cause.get("evidence").get(0);
    assertThat(evidence.get("stance").asText()).isEqualTo("for");
    assertThat(evidence.get("file").asText()).isEqualTo(ailment.place());
    assertThat(cause.get("steps")).isNotEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theEvidenceNamesTheLineAndTheValue() throws Exception {
    assertEvidence(Ailment.EXTENSIONS_DISABLED, "/etc/waagent.conf", "Extensions.Enabled=n");
    assertEvidence(Ailment.MOUNTED_NOEXEC, "/proc/self/mountinfo", "noexec");
    assertEvidence(Ailment.DISK_FULL, "/var/log/waagent.log", "No space left on device");
  }

  private void assertEvidence(Ailment ailment, String file, String value) throws Exception {
    SampleRoot root = ailment.in(folder.resolve(ailment.name()), Distribution.SLES_15);
    JsonNode evidence =
        JsonReport.of(diagnose(root.directory())).onlyConfirmed().get("evidence").get(0);
    List<String> lines = Files.readAllLines(root.directory().resolve(file.substring(1)));
    assertThat(lines.get(evidence.get("line").asInt() - 1)).contains(value);
    assertThat(evidence.get("excerpt").asText()).contains(value);
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void nothingIsConfirmedOnAHealthyRoot(Distribution distribution) {
    Path root = SampleRoot.of(distribution, folder).directory();
    List<Run> runs = new ArrayList<>(List.of(diagnose(root)));
    Codes.ALL.forEach(code -> runs.add(diagnose(root, "--error", code)));
    for (Run run : runs) {
      JsonReport report = JsonReport.of(run);
      assertThat(report.confirmed()).isEmpty();
      assertThat(report.causes("contradictory")).isEmpty();
      assertThat(report.elements("problems")).isEmpty();
      assertThat(report.tree().get("status").asText()).isEqualTo("COMPLETE");
      assertThat(report.causes("ruledOut")).isNotEmpty();
      assertThat(run.status()).isEqualTo(ExitStatus.OK);
    }
  }

  @Test
  void aDirectoryThatIsNoGuestIsRefusedWithOneLine() throws Exception {
    Files.writeString(folder.resolve("holiday.txt"), "no guest");
    Run run = diagnose(folder);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.err()).contains(folder + " is not a guest").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  private static Run diagnose(Path root, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("diagnose", "--root", root.toString(), "--format", "json"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
