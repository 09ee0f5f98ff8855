package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.Finding;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("class-path")
class RendererPropertiesTest {

  @Property(tries = 300)
  void noTextBreaksThePage(@ForAll("texts") String text) {
    assertThat(Xhtml.parse(with(text).as(Renderers.html())).getElementsByTagName("script"))
        .satisfies(scripts -> assertThat(scripts.getLength()).isZero());
  }

  @Property(tries = 300)
  void noTextBreaksTheJson(@ForAll("texts") String text) {
    assertThat(Schema.REPORT.errors(with(text).as(Renderers.json()))).isEmpty();
  }

  @Property(tries = 300)
  void noTextBreaksALineOfJson(@ForAll("texts") String text) {
    String line = with(text).as(Renderers.compactJson(text));

    assertThat(line.lines()).hasSize(1);
    assertThat(Schema.REPORT.errors(line)).isEmpty();
  }

  @Property(tries = 300)
  void noTextActsOnATerminalOrWidensIt(@ForAll("texts") String text) {
    String report = with(text).as(Renderers.text(false, 60));

    assertThat(report.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    assertThat(report.lines().filter(line -> !line.contains("$ ")))
        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThan(61));
  }

  @Property(tries = 300)
  void noTextAddsAHeadingToATicket(@ForAll("texts") String text) {
    assertThat(headings(with(text))).isEqualTo(headings(with("x")));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
    Arbitrary<String> markup =
        Arbitraries.of(
                "<",
                ">",
                "&",
                "]]>",
                "<!--",
                "-->",
                "</pre>",
                "<script>",
                "`",
                "```",
                "\n",
                "\r",
                "# ",
                "\u001b[31m",
                "\u202e",
                "\u2028",
                "\ud800",
                "\udc00",
                "\"",
                "'",
                "\\",
                "1. ",
                "한국어",
                "日本語。",
                "😀",
                "\ufffe",
                "\u0000",
                " ",
                "|",
                "{x}")
            .list()
            .ofMaxSize(25)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(any, markup);
  }

  private static long headings(SampleReport report) {
    return report
        .as(Renderers.markdown())
        .lines()
        .filter(line -> line.startsWith("#") || line.startsWith("=") || line.startsWith("-="))
        .count();
  }

  private static SampleReport with(String text) {
    return SampleReport.forError()
        .incident(null, text, text)
        .match(text, 1)
        .unknownCode(text, text)
        .causes(
            SampleCause.confirmed("a")
                .title(text)
                .evidence(text, text)
                .step("warning", text, null, null, Remediation.Risk.SERVICE_RESTART)
                .step("b", text, text, text))
        .finding(null, Finding.Outcome.CONFIRMED, text)
        .nextStep(text, text)
        .problem(text, text)
        .seen("a.b", text)
        .timeline(TimelineReportTest.stopped(text))
        .unseen("a.c", UnavailableReason.FAILED, text);
  }
}
