package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 50 MB in a heap of 256 MB, which the build gives this class. {@code -Dhuge.inputs=all} takes all
 * forms instead of those of which each tries another reader.
 */
@Tag("small-heap")
class HugeInputTest {

  private static final int SIZE = 50 << 20;

  private static final Set<HugeInput> FEW =
      Set.of(
          HugeInput.JOBS_IN_A_MAIL,
          HugeInput.GIANT_STRING,
          HugeInput.TINY_LINES,
          HugeInput.COMBINING_MARKS,
          HugeInput.AGENT_LOG,
          HugeInput.EVENTS,
          HugeInput.RANDOM_BYTES);

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();

  static Stream<HugeInput> inputs() {
    boolean all = "all".equals(System.getProperty("huge.inputs"));
    return Arrays.stream(HugeInput.values()).filter(input -> all || FEW.contains(input));
  }

  @Test
  void theHeapIsSmall() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L << 20);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadFromItsBeginningAndSaysSo(HugeInput input) throws IOException {
    byte[] bytes = input.bytes(SIZE);

    assertThat(problems(DIAGNOSIS.intake().read(new ByteArrayInputStream(bytes))))
        .contains("the input is too long: only its first 8388608 bytes were read");
  }

  /** As a string of full length it is not made here: it would fill the heap before it is read. */
  @ParameterizedTest
  @MethodSource("inputs")
  void isExplainedInEveryFormat(HugeInput input) throws IOException {
    String text = new String(input.bytes(9 << 20), StandardCharsets.UTF_8);

    Report report = DIAGNOSIS.explain(DiagnosisRequest.builder().errorText(text).build());

    assertThat(report.problems()).isEmpty();
    for (ReportRenderer renderer : Renderers.builtIn()) {
      StringBuilder out = new StringBuilder();
      renderer.render(report, Locale.ENGLISH, out);
      assertThat(out).isNotEmpty();
    }
  }

  private static List<String> problems(IntakeResult result) {
    return ((Observed<List<String>>) result.facts().get(BackupFacts.INPUT_PROBLEMS)).value();
  }
}
