package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What slipped through everything before is hidden when a report is written, and told. */
class LastLookAtReportsTest {

  private static final String SIGNATURE = "Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaWo=";

  @Test
  void aSecretInAReportIsHiddenInEveryFormatAndTheDefectIsTold() {
    SampleReport report =
        SampleReport.forError()
            .causes(
                SampleCause.confirmed("guest-disk-full")
                    .title("The disk is full")
                    .evidence("It said so.", "GET https://h/c?sig=" + SIGNATURE));
    for (ReportRenderer renderer : Renderers.builtIn()) {
      String text = report.as(renderer);

      assertThat(text.replaceAll("\\s", "")).as(renderer.format()).doesNotContain("Zm9vYmFy");
      assertThat(text.replaceAll("\\s+", " "))
          .contains("redacted:late:1")
          .contains("a secret was hidden only when the report was written");
    }
  }

  @Test
  void aRendererOfAThirdPartyIsWatchedToo() {
    ReportRenderer leaky = Renderers.find("leaky", List.of(new Leaky()));

    assertThat(SampleReport.forError().as(leaky)).isEqualTo("sig=[redacted:late:1] problems: 1");
  }

  @Test
  void aReportWithoutASecretHasNoSuchProblem() {
    for (ReportRenderer renderer : Renderers.builtIn()) {
      assertThat(Samples.everything().as(renderer)).doesNotContain("hidden only when");
    }
  }

  private static final class Leaky implements ReportRenderer {
    @Override
    public String format() {
      return "leaky";
    }

    @Override
    public void render(Report report, Locale locale, Appendable out) throws IOException {
      out.append("sig=" + SIGNATURE + " problems: " + report.problems().size());
    }
  }
}
