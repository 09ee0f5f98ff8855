package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogTesterTest {

  private static final String CATALOG =
      """
      {
        "schemaVersion": "1.0",
        "codes": [
          {"code": "GuestAgentSnapshotTaskStatusError", "extends": true, "causes": ["corp.lock"]}
        ],
        "causes": [
          {"id": "corp.lock", "kind": "fault", "topic": "extension", "os": ["linux"],
           "planes": ["guest"], "prior": "rarely", "remediations": ["corp.unlock"]}
        ],
        "remediations": [
          {"id": "corp.unlock", "os": ["linux"], "risk": "low",
           "steps": [
             {"id": "remove", "kind": "bash", "command": "sudo rm {path}"},
             {"id": "retry", "kind": "text"}
           ]}
        ]
      }
      """;

  private static final String ENGLISH =
      """
      {
        "schemaVersion": "1.0",
        "language": "en",
        "reviewed": true,
        "texts": {
          "cause.corp.lock.check": "The lock file is read.",
          "cause.corp.lock.summary": "Extensions wait.",
          "cause.corp.lock.title": "A maintenance lock is held",
          "evidence.corp.lock": "{path} exists.",
          "remediation.corp.unlock.title": "Remove the lock",
          "step.corp.unlock.remove.text": "Remove it:",
          "step.corp.unlock.retry.text": "Run the backup again.",
          "step.corp.unlock.retry.verify": "It succeeds."
        }
      }
      """;

  private static final String GERMAN =
      """
      {
        "schemaVersion": "1.0",
        "language": "de",
        "reviewed": false,
        "texts": {
          "cause.corp.lock.title": "Eine Wartungssperre besteht",
          "evidence.corp.lock": "{path} ist da."
        }
      }
      """;

  @Test
  void acceptsASoundCatalog() {
    assertThat(CatalogTester.of(source(CATALOG, ENGLISH, GERMAN)).check().problems()).isEmpty();
  }

  @Test
  void namesCatalogAndAllProblems() {
    CatalogSource broken =
        source(CATALOG.replace("corp.unlock\"]", "corp.unlok\"]"), ENGLISH, GERMAN);

    assertThatThrownBy(() -> CatalogTester.of(broken).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("catalog corp (" + GivenCatalog.class.getName() + ")")
        .hasMessageContaining("corp.json:7: remediation 'corp.unlok' is not defined")
        .hasMessageContaining("did you mean 'corp.unlock'?");
  }

  @Test
  void findsWhatTheEngineWouldRefuse() {
    assertProblem(
        CATALOG.replace("\"rarely\"", "\"never\""),
        "corp.json:8: 'prior' is 'never'; expected one of often, sometimes, rarely");
    assertProblem(
        CATALOG.replace("\"low\"", "\"data-loss-possible\""),
        "corp.json:11: remediation 'corp.unlock' has risk data-loss-possible;"
            + " its first step must be the one with id 'warning'");
    assertProblem("{", "corp.json:1: not readable as JSON");
    assertProblem(
        CATALOG.replace("GuestAgentSnapshotTaskStatusError", "GuestAgentSnapshotTaskStatusEror"),
        "corp.json:4: extended code 'GuestAgentSnapshotTaskStatusEror' is not defined");
  }

  @Test
  void findsAnIdWithoutNamespaceUnlessItReplacesOneOfOurs() {
    String bare = CATALOG.replace("\"corp.lock\"", "\"lock\"");
    assertProblem(bare, "corp.json:7: 'lock' has no namespace");
    assertThat(
            problems(
                bare.replace("\"lock\", \"kind\"", "\"lock\", \"replaces\": true, \"kind\""),
                ENGLISH))
        .noneMatch(problem -> problem.contains("namespace"));
  }

  @Test
  void findsStepsThatCannotBeShown() {
    assertProblem(CATALOG.replace("\"bash\"", "\"perl\""), "corp.json:13: 'kind' is 'perl'");
    assertProblem(
        CATALOG.replace(", \"command\": \"sudo rm {path}\"", ""),
        "corp.json:13: step 'corp.unlock/remove' has no command");
    assertProblem(
        CATALOG.replace("\"kind\": \"text\"", "\"kind\": \"text\", \"command\": \"ls\""),
        "corp.json:14: a step of kind text has no command");
    assertProblem(
        CATALOG.replace("{path}", "${path"),
        "corp.json:13: step 'remove' has a brace or a line break in its command");
  }

  @Test
  void namesASourceThatCannotBeOpened() {
    CatalogSource unreadable =
        new GivenCatalog(CATALOG, Map.of()) {
          @Override
          public InputStream open() {
            throw new IllegalStateException("no such resource");
          }
        };

    assertThat(CatalogTester.of(unreadable).problems())
        .singleElement()
        .asString()
        .startsWith("corp.json:1: the source cannot")
        .contains("no such resource");
  }

  @Test
  void findsWordsThatAreMissingInEnglish() {
    for (String id :
        List.of(
            "cause.corp.lock.check",
            "cause.corp.lock.summary",
            "cause.corp.lock.title",
            "remediation.corp.unlock.title",
            "step.corp.unlock.remove.text")) {
      assertThat(problems(CATALOG, ENGLISH.replace(id, "next.corp.other")))
          .as(id)
          .anyMatch(problem -> problem.endsWith("the English text '" + id + "' is missing"));
    }
    assertProblem(
        CATALOG.replace("\"fault\"", "\"fault\", \"notCheckable\": true"),
        "corp.json:7: the English text 'cause.corp.lock.notCheckable' is missing");
    assertProblem(
        CATALOG.replace("\"extends\": true", "\"scope\": \"backup\"").replace("GuestAgent", "Corp"),
        "corp.json:4: the English text 'code.CorpSnapshotTaskStatusError.title' is missing");
  }

  @Test
  void checksTheWordsOfChecksAndErrorsTheSameWay() {
    String catalog =
        CATALOG.replace(
            "\"codes\": [",
            """
            "checks": [
              {"id": "guest.corp.lock", "plane": "guest", "os": ["linux"], "strength": "context"}],
            "errors": [
              {"kind": "corp", "value": "17", "retryable": "no"}],
            "codes": [""");
    String english =
        ENGLISH.replace(
            "\"texts\": {",
            """
            "texts": {
              "check.guest.corp.lock.look": "Read {path}.",
              "check.guest.corp.lock.title": "maintenance lock",
              "error.corp.17.meaning": "The lock is held.",""");
    String german =
        GERMAN.replace(
            "\"texts\": {",
            """
            "texts": {
              "check.guest.corp.lock.look": "{pfad} wird gelesen.",
              "error.corp.18.meaning": "Die Sperre besteht.",""");

    assertThat(problems(catalog, english)).isEmpty();
    assertThat(problems(catalog, ENGLISH))
        .containsExactly(
            "corp.json:4: the English text 'check.guest.corp.lock.title' is missing",
            "corp.json:4: the English text 'check.guest.corp.lock.look' is missing",
            "corp.json:6: the English text 'error.corp.17.meaning' is missing");
    assertThat(problems(catalog, english, german))
        .containsExactly(
            "corp.de.json:6: 'check.guest.corp.lock.look' must have these placeholders, each as"
                + " often: [{path}]",
            "corp.de.json:7: text 'error.corp.18.meaning' belongs to no entry;"
                + " did you mean 'error.corp.17.meaning'?");
  }

  @Test
  void findsWordsThatBelongToNothing() {
    assertThat(problems(CATALOG, ENGLISH.replace("lock.title", "lock.titel")))
        .contains(
            "corp.en.json:8: text 'cause.corp.lock.titel' belongs to no entry;"
                + " did you mean 'cause.corp.lock.title'?");
  }

  @Test
  void findsWordsOfAnotherForm() {
    assertEnglishProblem("\"Extensions wait.\"", "5", "must be a text, not a number");
    assertEnglishProblem("Extensions wait.", " Extensions", "must be one line without blanks");
    assertEnglishProblem("Extensions wait.", "a {b", "must be one line without blanks");
    assertEnglishProblem("Extensions wait.", "x".repeat(601), "longer than 600");
    assertEnglishProblem("Remove the lock", "x".repeat(121), "longer than 120");
    assertEnglishProblem("A maintenance lock is held", "x".repeat(71), "longer than 70");
    assertEnglishProblem(
        "\"language\": \"en\"", "\"language\": \"fr\"", "the words of 'en' were asked");
    assertEnglishProblem(
        "\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2\"", "expected '1.0'");
    assertEnglishProblem("reviewed", "reviewd", "did you mean 'reviewed'?");
  }

  @Test
  void findsPlaceholdersThatDifferFromEnglish() {
    assertThat(problems(CATALOG, ENGLISH, GERMAN.replace("{path}", "{pfad}")))
        .containsExactly(
            "corp.de.json:7: 'evidence.corp.lock' must have these placeholders, each as often:"
                + " [{path}]");
  }

  @Test
  void findsATranslationOfNothing() {
    assertThat(problems(CATALOG, ENGLISH, GERMAN.replace("evidence.corp.lock", "next.corp.x")))
        .containsExactly("corp.de.json:7: 'next.corp.x' has no English text; add one");
  }

  @Test
  void allowsWordsForOurOwnEntries() {
    String french =
        """
        {"schemaVersion": "1.0", "language": "fr", "reviewed": false, "texts": {
          "cause.guest-disk-full.title": "Le disque est plein"}}
        """;
    CatalogSource translation =
        new GivenCatalog("{\"schemaVersion\": \"1.0\"}", new TreeMap<>(Map.of("fr", french)));

    assertThat(CatalogTester.of(translation).problems()).isEmpty();
  }

  @Test
  void findsADeclaredLanguageWithoutWords() {
    CatalogSource source =
        new GivenCatalog(CATALOG, new TreeMap<>(Map.of("en", ENGLISH, "ja", ""))) {
          @Override
          public @Nullable InputStream openTexts(String language) throws IOException {
            return language.equals("ja") ? null : super.openTexts(language);
          }
        };

    assertThat(CatalogTester.of(source).problems())
        .containsExactly(
            "corp.ja.json:1: there are no words; name the language in languages()"
                + " and give the words in openTexts()");
  }

  @Test
  void listsWhatATranslationLacks() {
    CatalogTester tester = CatalogTester.of(source(CATALOG, ENGLISH, GERMAN));

    tester.checkTranslation("en");
    assertThatThrownBy(() -> tester.checkTranslation("de"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("corp.de.json:1: text 'cause.corp.lock.check' is missing")
        .hasMessageNotContaining("cause.corp.lock.title");
    assertThatThrownBy(() -> tester.checkTranslation("ko"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("corp.ko.json:1: there are no words");
  }

  private static void assertProblem(String catalog, String beginning) {
    assertThat(problems(catalog, ENGLISH))
        .anySatisfy(problem -> assertThat(problem).startsWith(beginning));
  }

  private static void assertEnglishProblem(String sound, String broken, String expected) {
    assertThat(ENGLISH).contains(sound);
    assertThat(problems(CATALOG, ENGLISH.replace(sound, broken)))
        .anySatisfy(problem -> assertThat(problem).startsWith("corp.en.json:").contains(expected));
  }

  private static List<String> problems(String catalog, String english, String... german) {
    return CatalogTester.of(source(catalog, english, german)).problems();
  }

  private static CatalogSource source(String catalog, String english, String... german) {
    Map<String, String> texts = new TreeMap<>(Map.of("en", english));
    for (String text : german) {
      texts.put("de", text);
    }
    return new GivenCatalog(catalog, texts);
  }
}
