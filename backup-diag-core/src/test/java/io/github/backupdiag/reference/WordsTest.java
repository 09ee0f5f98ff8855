package io.github.backupdiag.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("class-path")
class WordsTest {

  private static final Map<String, String> ENGLISH = Words.read("words/en.json");

  static Stream<String> languages() {
    return Tongues.OF_SITE.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void areTheSameInEachLanguageWithTheSamePlaceholders(String language) {
    Map<String, String> words = Words.read("words/" + language + ".json");

    assertThat(placeholders(words)).isEqualTo(placeholders(ENGLISH));
    assertThat(words.values()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja", "zh-Hant", "de"})
  void useNoTermThatTheGlossaryAvoids(String language) throws IOException {
    String words = String.join("\n", Words.read("words/" + language + ".json").values());
    Path glossary = Path.of("glossary", language + ".json");
    try (InputStream in = Files.newInputStream(glossary)) {
      for (Json term : Json.read(in, glossary.toString()).fields().get("terms").items()) {
        Json avoided = term.fields().get("avoid");
        for (Json form : avoided == null ? List.<Json>of() : avoided.items()) {
          String word = Pattern.quote(String.valueOf(form.value()));
          assertThat(words).doesNotContainPattern("(?<![a-zA-Z-])" + word + "(?![a-zA-Z-])");
        }
      }
    }
  }

  @Test
  void nameEverythingTheCatalogSortsBy() {
    Catalog catalog = OurSite.DIAGNOSIS.catalog();

    assertThat(catalog.codes().stream().map(ErrorCode::scope)).allMatch(s -> has("scope", s));
    assertThat(catalog.codes().stream().map(code -> code.retry().verdict()))
        .allMatch(r -> has("retry", r));
    assertThat(catalog.codes().stream().flatMap(code -> code.matchOnlyIn().stream()))
        .allMatch(place -> has("only-in", place));
    assertThat(catalog.errors().stream().map(NumericError::kind))
        .allMatch(kind -> has("error-kind", kind));
    assertThat(catalog.causes().stream().map(Cause::topic)).allMatch(t -> has("topic", t));
  }

  private static boolean has(String group, String name) {
    return ENGLISH.containsKey("site." + group + "." + name);
  }

  private static Map<String, Object> placeholders(Map<String, String> words) {
    Map<String, Object> placeholders = new TreeMap<>();
    words.forEach((id, text) -> placeholders.put(id, Placeholders.names(text)));
    return placeholders;
  }
}
