package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("class-path")
class ReportWordsTest {

  private static final Map<String, String> WORDS = FakeCatalog.reportWords();

  @Test
  void everyValueOfAnEnumHasAWord() {
    for (CauseState state : CauseState.values()) {
      assertThat(WORDS).containsKey("report.state." + state.tag());
    }
    for (Remediation.Risk risk : Remediation.Risk.values()) {
      assertThat(WORDS).containsKey("report.risk." + risk.tag());
    }
    assertWords("reason", UnavailableReason.values());
    assertWords("confidence", Confidence.values());
    assertWords("when", When.values());
    assertWords("status", Report.Status.values());
  }

  @Test
  void theWordsKeepToTheSchemaAndAreSorted() throws IOException {
    String words = file();
    List<String> keys = new ArrayList<>();
    Schema.tree(words).get("texts").fieldNames().forEachRemaining(keys::add);

    assertThat(Schema.TEXTS.errors(words)).isEmpty();
    assertThat(keys).isSorted();
  }

  private static String file() throws IOException {
    try (InputStream in =
        ReportWordsTest.class.getResourceAsStream(
            "/io/github/backupdiag/catalog/texts/en/report.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertWords(String group, Enum<?>[] values) {
    assertThat(Stream.of(values).map(value -> "report." + group + "." + tag(value)))
        .allSatisfy(id -> assertThat(WORDS).containsKey(id));
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
