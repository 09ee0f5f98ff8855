package io.github.backupdiag.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.internal.redact.Redaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("class-path")
class ReferenceSiteTest {

  private static final Catalog CATALOG = OurSite.DIAGNOSIS.catalog();

  @Test
  void hasAPageForEachCodeAndCauseInEachLanguage() {
    for (String language : languages()) {
      for (ErrorCode code : CATALOG.codes()) {
        assertThat(OurSite.FILES).containsKey(language + "/code/" + code.code() + ".html");
      }
      for (Cause cause : CATALOG.causes()) {
        assertThat(OurSite.FILES).containsKey(language + "/cause/" + cause.id() + ".html");
      }
    }
    assertThat(languages()).startsWith("en").hasSize((int) folders());
  }

  @Test
  void saysWhetherToTryAgainWhyAndWhoSaysSo() {
    assertThat(meaningOf("en/code/BackUpOperationFailed.html"))
        .contains("often passes by itself", "A document or the source of the program says so.");
    assertThat(meaningOf("de/code/UserErrorBackupOperationInProgress.html"))
        .contains("Das ist unsere Einschätzung.");
  }

  @Test
  void holdsNothingThatLooksLikeASecret() {
    OurSite.FILES.forEach(
        (path, text) ->
            assertThat(
                    new Redaction().text(text).lines().filter(line -> line.contains("[redacted:")))
                .as(path)
                .isEmpty());
  }

  private static String meaningOf(String path) {
    return OurSite.PAGES.get(path).byId("meaning").said();
  }

  @Test
  void givesTheSameBytesEachTime() {
    assertThat(OurSite.make()).isEqualTo(OurSite.FILES);
  }

  @Test
  void hasNoLinkThatLeadsNowhere() {
    List<String> broken = new ArrayList<>();
    Map<String, Set<String>> anchors = new TreeMap<>();
    OurSite.PAGES.forEach((path, page) -> anchors.put(path, Set.copyOf(page.values("id"))));
    int links = 0;
    for (Map.Entry<String, SeenPage> page : OurSite.PAGES.entrySet()) {
      for (String link : linksOf(page.getValue()).toList()) {
        links++;
        URI target = URI.create(page.getKey()).resolve(link);
        boolean there =
            target.getFragment() == null
                ? OurSite.FILES.containsKey(target.getPath())
                : anchors.getOrDefault(target.getPath(), Set.of()).contains(target.getFragment());
        if (!there) {
          broken.add(page.getKey() + " -> " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).as("a site without links says nothing").isGreaterThan(1000);
  }

  @Test
  void loadsNothingFromElsewhere() {
    OurSite.PAGES.forEach(
        (path, page) -> {
          assertThat(linksOf(page)).as(path).noneMatch(ReferenceSiteTest::leavesTheSite);
          assertThat(page.values("style")).as(path).isEmpty();
          assertThat(page.all("meta"))
              .as(path)
              .anyMatch(meta -> meta.get("content").startsWith("default-src 'none'; "));
        });
    assertThat(OurSite.FILES.get("style.css")).doesNotContain("url(", "@import");
    assertThat(OurSite.FILES.get("search.js"))
        .doesNotContain("fetch(", "XMLHttpRequest", "import(", "innerHTML", "://");
  }

  @Test
  void runsNoScriptOutsideOfTheTwoFiles() {
    OurSite.PAGES.forEach(
        (path, page) -> {
          assertThat(page.all("script")).as(path).allMatch(script -> script.said().isEmpty());
          assertThat(page.all("style")).as(path).isEmpty();
          assertThat(page.all().stream().flatMap(element -> element.attributes().keySet().stream()))
              .as(path)
              .noneMatch(attribute -> attribute.startsWith("on"));
        });
  }

  @Test
  void canBeReadAloud() {
    OurSite.PAGES.forEach(
        (path, page) -> {
          assertThat(page.all("html")).first().satisfies(html -> isLanguageOf(path, html));
          assertThat(page.all("main")).as(path).hasSize(1);
          assertThat(page.all("h1")).as(path).hasSize(1);
          assertThat(page.all("title")).as(path).noneMatch(title -> title.said().isEmpty());
          assertThat(page.all("nav")).as(path).allMatch(nav -> !nav.get("aria-label").isEmpty());
          assertThat(page.values("id")).as(path).doesNotHaveDuplicates();
          assertThat(page.all("input"))
              .as(path)
              .allMatch(input -> page.values("for").contains(input.get("id")));
          assertThat(skippedHeadings(page)).as(path).isEmpty();
        });
  }

  @Test
  void leadsFromEachPageToTheSamePageInEachOtherLanguage() {
    OurSite.PAGES.forEach(
        (path, page) -> {
          if (languages().size() > 1 && !path.equals("index.html")) {
            String rest = path.substring(path.indexOf('/') + 1);
            assertThat(linksOf(page).map(link -> URI.create(path).resolve(link).getPath()))
                .as(path)
                .containsAll(languages().stream().map(tag -> tag + "/" + rest).toList());
          }
        });
  }

  @Test
  void leadsFromTheRootToEachLanguage() {
    assertThat(linksOf(OurSite.PAGES.get("index.html")))
        .containsAll(languages().stream().map(tag -> tag + "/index.html").toList());
  }

  @Test
  void listsEverythingWithoutTheSearch() {
    Stream<String> links = linksOf(OurSite.PAGES.get("en/index.html"));
    assertThat(links)
        .containsAll(CATALOG.codes().stream().map(code -> Links.code(code.code())).toList())
        .containsAll(CATALOG.causes().stream().map(cause -> Links.cause(cause.id())).toList());
    assertThat(OurSite.PAGES.get("en/index.html").byId("search").get("hidden")).isEqualTo("hidden");
  }

  @Test
  void saysOfEachCauseHowItIsCheckedAndWithWhichRights() {
    for (Cause cause : CATALOG.causes()) {
      SeenPage page = OurSite.PAGES.get("en/cause/" + cause.id() + ".html");
      String checked = page.byId("checked").said();
      assertThat(checked).contains(cause.checks());
      if (cause.notCheckable()) {
        assertThat(checked).contains("Not checkable");
      } else {
        assertThat(checked)
            .contains(
                cause.planes().stream().map(p -> p.equals("azure") ? "Reader" : "guest").toList());
      }
    }
  }

  @Test
  void namesTheRulesAndTheFactsTheyNeed() {
    OurSite.DIAGNOSIS
        .diagnostics()
        .forEach(
            rule -> {
              if (CATALOG.cause(rule.cause()) != null) {
                SeenPage page = OurSite.PAGES.get("en/cause/" + rule.cause() + ".html");
                assertThat(page.byId("checked").said()).contains(rule.id());
                rule.needs()
                    .forEach(fact -> assertThat(page.byId("checked").said()).contains(fact.id()));
              }
            });
  }

  @Test
  void clearsWhatAnEarlierBuildLeft(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("en/code"));
    Files.writeString(folder.resolve("en/code/Gone.html"), "");

    ReferenceSite.write(new TreeMap<>(Map.of("en/code/Here.html", "<p/>")), folder);

    try (Stream<Path> files = Files.list(folder.resolve("en/code"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("Here.html");
    }
  }

  private static List<String> languages() {
    return Tongues.OF_SITE.stream()
        .filter(tag -> CATALOG.texts(Locale.forLanguageTag(tag)).language().equals(tag))
        .toList();
  }

  private static long folders() {
    return new TreeSet<>(OurSite.FILES.keySet())
        .stream()
            .filter(path -> path.contains("/"))
            .map(path -> path.substring(0, path.indexOf('/')))
            .distinct()
            .count();
  }

  private static void isLanguageOf(String path, SeenPage.Element html) {
    String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "en";
    assertThat(html.get("lang")).as(path).isEqualTo(folder);
  }

  private static List<String> skippedHeadings(SeenPage page) {
    List<String> skipped = new ArrayList<>();
    int level = 0;
    for (SeenPage.Element element : page.all()) {
      if (element.tag().matches("h[1-6]")) {
        int next = element.tag().charAt(1) - '0';
        if (next > level + 1) {
          skipped.add(element.said());
        }
        level = next;
      }
    }
    return skipped;
  }

  private static Stream<String> linksOf(SeenPage page) {
    return Stream.of("href", "src").flatMap(attribute -> page.values(attribute).stream());
  }

  private static boolean leavesTheSite(String link) {
    return link.startsWith("/") || link.startsWith("\\") || URI.create(link).isAbsolute();
  }
}
