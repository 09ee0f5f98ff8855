package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.KnownNoiseLines;
import io.github.backupdiag.guest.samples.KnownNoiseLines.Sample;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines that the agent's own authors pass over, inside the window of the job: the report is the one
 * without them, but for the place of the log's end.
 */
class NoiseRootsTest {

  @TempDir private Path folder;

  static List<Sample> samples() {
    return KnownNoiseLines.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachAloneChangesNothing(Sample sample) {
    assertUnchanged(sample, sample.text());
  }

  @ParameterizedTest
  @MethodSource("systems")
  void allTogetherChangeNothing(Sample where) {
    assertUnchanged(
        where,
        samples().stream()
            .filter(sample -> sample.id().isEmpty() || sample.osRelease().equals(where.osRelease()))
            .map(Sample::text)
            .collect(Collectors.joining()));
  }

  /** One sample for each distribution that has noise of its own, and one for all others. */
  static List<Sample> systems() {
    List<Sample> systems = new ArrayList<>();
    for (Sample sample : samples()) {
      if (systems.stream().noneMatch(other -> other.osRelease().equals(sample.osRelease()))) {
        systems.add(sample);
      }
    }
    return systems;
  }

  private void assertUnchanged(Sample sample, String noise) {
    SampleRoot root =
        SampleRoot.of(Distribution.DEBIAN_12, folder).file("etc/os-release", sample.osRelease());
    List<List<String>> quiet = reports(root);
    root.append(SampleRoot.AGENT_LOG, noise);
    assertThat(reports(root)).isEqualTo(quiet);
    assertThat(quiet).noneMatch(causes -> causes.stream().anyMatch(c -> c.contains("confirmed")));
  }

  private static List<List<String>> reports(SampleRoot root) {
    List<List<String>> reports = new ArrayList<>();
    reports.add(causes(root));
    Codes.ALL.forEach(code -> reports.add(causes(root, "--error", code)));
    return reports;
  }

  /** Each cause with its state and how much speaks for it, in order. */
  private static List<String> causes(SampleRoot root, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("diagnose", "--root", root.directory().toString(), "--format", "json"));
    words.addAll(List.of(more));
    return JsonReport.of(Run.of(words.toArray(String[]::new))).elements("causes").stream()
        .map(
            cause ->
                cause.get("id").asText()
                    + " "
                    + cause.get("state").asText()
                    + " "
                    + cause.findValuesAsText("stance"))
        .toList();
  }
}
