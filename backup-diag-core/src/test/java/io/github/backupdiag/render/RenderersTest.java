package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class RenderersTest {

  @Test
  void everyFormatIsFoundByItsName() {
    for (String format : List.of("json", "text", "markdown", "html")) {
      assertThat(Renderers.find(format, List.of()).format()).isEqualTo(format);
    }
  }

  @Test
  void aRendererOfAThirdPartyIsFoundToo() {
    ReportRenderer csv = new Csv();

    ReportRenderer found = Renderers.find("csv", List.of(csv));

    assertThat(found.format()).isEqualTo("csv");
    assertThat(Samples.everything().as(found)).isEqualTo(Samples.everything().as(csv));
  }

  @Test
  void anUnknownFormatIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Renderers.find("HTML", List.of(new Csv())))
        .withMessage("format 'HTML' is not known; known are json, text, markdown, html, csv");
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void theCharactersDoNotDependOnWhereTheProgramRuns() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> here = all();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(all()).isEqualTo(here);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(all()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void noWordOfAReportIsMissing() {
    assertThat(all()).allSatisfy(report -> assertThat(report).doesNotContain("report."));
  }

  @Test
  void aNarrowTerminalIsTakenAsFortyColumnsAndAWideOneAsAHundred() {
    assertThat(Samples.everything().as(Renderers.text(false, 0)))
        .isEqualTo(Samples.everything().as(Renderers.text(false, 40)));
    assertThat(Samples.everything().as(Renderers.text(false, 500)))
        .isEqualTo(Samples.everything().as(Renderers.text()));
  }

  private static List<String> all() {
    return Renderers.builtIn().stream().map(Samples.everything()::as).toList();
  }

  private record Csv() implements ReportRenderer {
    @Override
    public String format() {
      return "csv";
    }

    @Override
    public void render(Report report, Locale locale, Appendable out) throws IOException {
      out.append("a,b");
    }
  }
}
