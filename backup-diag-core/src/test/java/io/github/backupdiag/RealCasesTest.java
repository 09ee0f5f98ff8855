package io.github.backupdiag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Cases of others with the cause that turned out, each with its source: product strings as they
 * were pasted, and what the writer said, retold. They were collected before anybody mended by them
 * and keep what was reached from getting lost; what they show of cases unseen is less.
 */
@Tag("class-path")
class RealCasesTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final int SHOWN = 3;

  /**
   * A case.
   *
   * @param causes what turned out, and what would not be wrong either
   * @param confirmed what the text is taken to prove
   * @param ranked all that was not ruled out
   */
  private record Judged(
      String id, List<String> causes, List<String> confirmed, List<String> ranked) {

    boolean isAmong(int first) {
      return ranked.stream().limit(first).anyMatch(causes::contains);
    }
  }

  private static List<Judged> judged(boolean prose) {
    List<Judged> judged = new ArrayList<>();
    for (String file : List.of("first.jsonl", "second.jsonl")) {
      for (JsonNode row : rows(file)) {
        String literal = row.get("literal").asText();
        String text = prose ? literal + "\n" + row.get("other").asText() : literal;
        if (!text.isBlank()) {
          judged.add(judged(row, text.strip()));
        }
      }
    }
    return judged;
  }

  private static Judged judged(JsonNode row, String text) {
    List<RankedCause> causes = DIAGNOSIS.explain(DiagnosisRequest.forError(text)).causes();
    List<String> expected = new ArrayList<>();
    row.get("causes").forEach(cause -> expected.add(cause.asText()));
    return new Judged(
        row.get("id").asText(),
        expected,
        causes.stream()
            .filter(cause -> cause.state() == CauseState.CONFIRMED)
            .map(RankedCause::id)
            .toList(),
        causes.stream()
            .filter(cause -> cause.state() != CauseState.RULED_OUT)
            .map(RankedCause::id)
            .toList());
  }

  private static List<JsonNode> rows(String file) {
    List<JsonNode> rows = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream in = RealCasesTest.class.getResourceAsStream("/cases/" + file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(mapper.readTree(line));
      }
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
    return rows;
  }

  private static List<String> missed(List<Judged> judged, int first) {
    return judged.stream().filter(one -> !one.isAmong(first)).map(Judged::id).toList();
  }

  @Test
  void whatWasPastedBringsTheCauseToTheTop() {
    List<Judged> judged = judged(false);

    assertThat(judged).hasSize(139);
    assertThat(missed(judged, 1)).hasSizeLessThanOrEqualTo(22);
    assertThat(missed(judged, SHOWN)).hasSizeLessThanOrEqualTo(13);
  }

  @Test
  void soDoesWhatWasSaidOfIt() {
    List<Judged> judged = judged(true);

    assertThat(judged).hasSize(165);
    assertThat(missed(judged, 1)).hasSizeLessThanOrEqualTo(32);
    assertThat(missed(judged, SHOWN)).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void noneIsConfirmedThatWasNotTheCause() {
    assertThat(judged(true))
        .allSatisfy(one -> assertThat(one.causes()).as(one.id()).containsAll(one.confirmed()));
  }
}
