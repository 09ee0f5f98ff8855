package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.report.CauseState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

@Tag("class-path")
class HtmlReportTest {

  private static final String ATTACK =
      "</pre><script>alert(1)</script><img src=x onerror='a'>\"&amp;\u202e\u001b[31m";

  @Test
  void aReportIsWellFormedXml() {
    Document page = Xhtml.parse(Samples.everything().as(Renderers.html()));

    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(texts(page, "h1")).containsExactly("Cause A file system was left frozen");
  }

  @Test
  void theLanguageOfThePageIsTheOneOfItsWords() {
    String html = Samples.everything().as(Renderers.html(), Locale.KOREA);

    assertThat(Xhtml.parse(html).getDocumentElement().getAttribute("lang")).isEqualTo("ko");
  }

  @Test
  void nothingIsLoadedAndNothingRuns() {
    Document page = Xhtml.parse(attacked());

    for (String tag : List.of("script", "link", "img", "iframe", "object", "form", "base", "a")) {
      assertThat(elements(page, tag)).as(tag).isEmpty();
    }
    assertThat(attacked())
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
        .doesNotContain("url(", "@import", "http:", "https:");
  }

  @Test
  void noElementHasAnAttributeThatComesFromOutside() {
    List<String> attributes =
        elements(Xhtml.parse(attacked()), "*")
            .flatMap(element -> attributeNames(element).stream())
            .distinct()
            .sorted()
            .toList();

    assertThat(attributes)
        .containsExactly(
            "aria-labelledby",
            "charset",
            "class",
            "content",
            "cx",
            "cy",
            "d",
            "http-equiv",
            "id",
            "lang",
            "name",
            "r",
            "role",
            "tabindex",
            "text-anchor",
            "viewBox",
            "x",
            "y");
  }

  @Test
  void whatTheLogSaysIsShownWithItsMarksMadeVisible() {
    assertThat(texts(Xhtml.parse(attacked()), "pre"))
        .contains(ATTACK.replace("\u202e", "\\u202e").replace("\u001b", "\\u001b"));
  }

  @Test
  void dangerStandsBeforeTheAnswer() {
    String html = Samples.everything().as(Renderers.html());

    assertThat(html.indexOf("Danger: this can leave")).isBetween(1, html.indexOf("<h1>"));
  }

  @Test
  void aStateIsSaidInWordsNotOnlyInColour() {
    assertThat(Samples.everything().as(Renderers.html()))
        .contains("<p class=\"badge danger\">confirmed, certain</p>", ">contradictory</p>");
  }

  @Test
  void openCausesAreNotListedInAHealthCheck() {
    SampleCause open = SampleCause.in(CauseState.OPEN, "proxy-in-the-way");

    assertThat(SampleReport.healthCheck().causes(open).coverage(1, 0, 0).as(Renderers.html()))
        .doesNotContain("proxy-in-the-way");
  }

  private static String attacked() {
    return SampleReport.forError()
        .incident(null, ATTACK, null)
        .unknownCode(ATTACK, ATTACK)
        .causes(
            SampleCause.confirmed(ATTACK)
                .title(ATTACK)
                .evidence(ATTACK, ATTACK)
                .step(ATTACK, ATTACK, ATTACK, ATTACK))
        .problem(ATTACK, ATTACK)
        .seen(ATTACK, ATTACK)
        .timeline(TimelineReportTest.stopped(ATTACK))
        .as(Renderers.html());
  }

  private static Stream<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    return Stream.iterate(0, i -> i + 1).limit(found.getLength()).map(i -> (Element) found.item(i));
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).map(Node::getTextContent).toList();
  }

  private static List<String> attributeNames(Element element) {
    var attributes = element.getAttributes();
    return Stream.iterate(0, i -> i + 1)
        .limit(attributes.getLength())
        .map(i -> attributes.item(i).getNodeName())
        .toList();
  }
}
