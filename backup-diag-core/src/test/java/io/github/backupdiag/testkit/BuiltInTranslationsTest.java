package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own words in other languages: complete, faithful, and one term for one thing. */
class BuiltInTranslationsTest {

  private static final String FOLDER = "/io/github/backupdiag/catalog/texts/";
  private static final List<String> FILES =
      List.of(
          "catalog",
          "checks",
          "engine",
          "report",
          "rules-agent",
          "rules-disk",
          "rules-extension",
          "rules-facts",
          "rules-network",
          "rules-service",
          "rules-snapshot",
          "rules-vm",
          "rules-vss");

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja", "zh-Hant", "de"})
  void areCompleteAndFaithful(String language) throws IOException {
    TranslationLint lint = new TranslationLint(language);
    List<String> problems = new ArrayList<>();
    for (String file : FILES) {
      Map<String, String> english = texts("en", file);
      Map<String, String> words = texts(language, file);
      TreeSet<String> missing = new TreeSet<>(english.keySet());
      missing.removeAll(words.keySet());
      missing.forEach(id -> problems.add(file + ": " + id + " is missing"));
      TreeSet<String> left = new TreeSet<>(words.keySet());
      left.removeAll(english.keySet());
      left.forEach(id -> problems.add(file + ": " + id + " has no English text"));
      words.forEach(
          (id, text) -> {
            if (english.containsKey(id)) {
              lint.problems(english.get(id), text)
                  .forEach(problem -> problems.add(file + ": " + id + " " + problem));
            }
          });
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja", "zh-Hant", "de"})
  void keepToTheirGlossary(String language) throws IOException {
    Json glossary;
    Path file = Path.of("glossary", language + ".json");
    try (InputStream in = Files.newInputStream(file)) {
      glossary = Json.read(in, file.toString());
    }
    List<Json> terms = glossary.fields().get("terms").items();
    assertThat(terms).hasSizeGreaterThan(40);
    List<String> problems = new ArrayList<>();
    for (String part : FILES) {
      texts(language, part)
          .forEach(
              (id, text) -> terms.forEach(term -> check(term, part + ": " + id, text, problems)));
    }
    assertThat(problems).isEmpty();
  }

  private static void check(Json term, String id, String text, List<String> problems) {
    Json avoided = term.fields().get("avoid");
    if (avoided == null) {
      return;
    }
    for (Json form : avoided.items()) {
      String word = String.valueOf(form.value());
      boolean latin = word.chars().allMatch(c -> c < 0x250);
      Matcher found =
          Pattern.compile(
                  latin
                      ? "(?<![\\p{L}\\d-])" + Pattern.quote(word) + "(?![\\p{L}\\d-])"
                      : Pattern.quote(word))
              .matcher(text);
      if (found.find()) {
        problems.add(
            "%s has '%s'; the glossary says '%s'"
                .formatted(id, word, term.fields().get("use").value())
                .toString());
      }
    }
  }

  private static Map<String, String> texts(String language, String file) throws IOException {
    String name = FOLDER + language + "/" + file + ".json";
    try (InputStream in = BuiltInTranslationsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      Json document = Json.read(in, name);
      assertThat(document.fields().get("language").value()).isEqualTo(language);
      Map<String, String> texts = new LinkedHashMap<>();
      document
          .fields()
          .get("texts")
          .fields()
          .forEach((id, text) -> texts.put(id, text.value().toString()));
      return texts;
    }
  }
}
