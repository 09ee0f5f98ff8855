package io.github.backupdiag.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search as a browser runs it, from a folder. */
@Tag("class-path")
class SearchTest {

  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\">");

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    assumeTrue(browser() != null, "needs a browser named chromium on the path");
    ReferenceSite.write(MadeUp.withOurs(), folder.resolve("site"));
  }

  @Test
  void findsACodeByAPartOfItsKoreanMessage() throws Exception {
    assertThat(found("en/index.html", "Azure Backup와 통신할 수 없"))
        .first()
        .isEqualTo("code/UserErrorGuestAgentStatusUnavailable.html");
  }

  @Test
  void findsACodeByItsNumberFirst() throws Exception {
    assertThat(found("en/index.html", "121")).first().isEqualTo("code/VMSnapshotLinux.121.html");
  }

  @Test
  void findsACodeInALineOfALog() throws Exception {
    assertThat(found("zh-Hant/index.html", "2026-11-01 Error: MadeUpAlias (0x1), job 7"))
        .first()
        .isEqualTo("code/MadeUpOld.html");
  }

  @Test
  void findsACauseByWordsOfItsTitleInAnotherOrder() throws Exception {
    assertThat(found("en/index.html", "noexec mounted"))
        .contains("cause/agent-dir-mounted-noexec.html");
  }

  @Test
  void findsWhatIsSpeltAlike() throws Exception {
    String page = opened("index.html", "UserErorGuestAgentStatusUnavailible");

    assertThat(page).contains("Nothing holds all of this. Most similar:");
    assertThat(links(page)).first().isEqualTo("en/code/UserErrorGuestAgentStatusUnavailable.html");
  }

  @Test
  void saysThatNothingWasFoundAndKeepsTheLists() throws Exception {
    String page = opened("en/index.html", "qqqqzzzz");

    assertThat(page).contains("Nothing found.").contains("<div id=\"lists\">");
    assertThat(links(page)).isEmpty();
  }

  @Test
  void showsHostileTextsInsteadOfObeyingThem() throws Exception {
    String page = opened("en/index.html", "<script>alert(1)</script>");

    assertThat(links(page)).contains("code/MadeUpOld.html");
    assertThat(results(page)).doesNotContain("<script", "<img").contains("&lt;script&gt;");
  }

  private static List<String> found(String page, String query) throws Exception {
    return links(opened(page, query));
  }

  private static List<String> links(String page) {
    return LINK.matcher(results(page)).results().map(link -> link.group(1)).toList();
  }

  private static String results(String page) {
    int start = page.indexOf("<ol id=\"results\"");
    return page.substring(start, page.indexOf("</ol>", start));
  }

  private static String opened(String page, String query) throws Exception {
    String address =
        folder.resolve("site").resolve(page).toUri()
            + "#q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Path dump = Files.createTempFile(folder, "page", ".html");
    Process browser =
        new ProcessBuilder(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--dump-dom",
                address)
            .redirectOutput(dump.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(2, TimeUnit.MINUTES)).as("the browser came to an end").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dump);
  }

  private static String browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(entry -> Path.of(entry, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElse(null);
  }
}
