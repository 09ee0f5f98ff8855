package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  private static void assertWords(String group, Enum<?>[] values) {
    assertThat(Stream.of(values).map(value -> "report." + group + "." + tag(value)))
        .allSatisfy(id -> assertThat(WORDS).containsKey(id));
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
