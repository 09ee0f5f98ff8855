package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One damage each to sound words: refused at their first use. Whether they fit their entries and
 * the English words is the matter of {@code CatalogTester}.
 */
class DamagedTextsTest {

  private static final String SOUND =
      """
      {'schemaVersion': '1.0', 'language': 'de',
       'reviewed': true,
       'texts': {
        'cause.disk-full.title': 'Die Platte ist voll',
        'check.guest.linux.acme-disk.title': 'Platz auf der Platte',
        'error.acme.0x80042301.meaning': 'Die Platte ist nicht bereit.'}}
      """;

  @Test
  void areTakenWhenSound() {
    Texts german = german(SOUND);

    assertThat(german.find("cause.disk-full.title")).isEqualTo("Die Platte ist voll");
    assertThat(german.find("check.guest.linux.acme-disk.title")).isEqualTo("Platz auf der Platte");
    assertThat(german.find("error.acme.0x80042301.meaning")).contains("nicht bereit");
  }

  @ParameterizedTest(name = "{index}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'schemaVersion': '1.0', | `` | 1: 'schemaVersion' is missing; give it a text",
        "'schemaVersion': '1.0' | 'schemaVersion': '2.0' | 1: schemaVersion '2.0' cannot be read by this version; expected '1.0'",
        "'language': 'de' | 'language': 'fr' | 1: 'language' is 'fr'; the words of 'de' were asked for",
        ", 'language': 'de' | `` | 1: 'language' is missing; give it a text",
        "'language': 'de' | 'language': 7 | 1: 'language' must be a text, not a number",
        "'reviewed': true | 'reviewed': 'yes' | 2: 'reviewed' must be true or false, not a text",
        "'reviewed': true | 'reviewd': true | 2: field 'reviewd' is not known; did you mean 'reviewed'?",
        "'texts': { | 'text': { | 3: field 'text' is not known; did you mean 'texts'?",
        "'texts': { | 'text': { | 1: 'texts' is missing; give an object of texts by id",
        "'texts': { | 'texts': [], 'x': { | 3: 'texts' must be an object, not an array",
        "'Die Platte ist voll' | 7 | 4: 'cause.disk-full.title' must be a text, not a number",
        "'Platz auf der Platte' | ['Platz'] | 5: 'check.guest.linux.acme-disk.title' must be a text, not an array",
        "'Die Platte ist nicht bereit.' | null | 6: 'error.acme.0x80042301.meaning' must be a text, not null",
        "'check.guest.linux.acme-disk.title' | 'cause.disk-full.title' | 5: not readable as JSON: Duplicate field 'cause.disk-full.title'",
        "'Platz auf der Platte', | 'Platz auf der Platte' | 6: not readable as JSON: Unexpected character",
      })
  void areRefused(String sound, String damaged, String problem) {
    assertThat(SOUND).contains(sound);

    assertThat(problemsOf(german(SOUND.replace(sound, damaged))))
        .anySatisfy(line -> assertThat(line).startsWith("acme.de.json:" + problem))
        .allMatch(line -> line.matches("acme\\.de\\.json:[0-9]+: \\S[^\\n]*"));
  }

  @Test
  void areRefusedWithBothPlacesOfATextThatTwoFilesOfASourceHave() {
    String other = SOUND.replace("'check.guest", "'check.azure").replace("'error.acme", "'error.x");
    LoadedTexts texts = new LoadedTexts("de", List.of(new Files(SOUND, other)), null);

    assertThat(problemsOf(texts))
        .containsExactly(
            "file2.json:4: 'cause.disk-full.title' stands at file1.json:4 already; remove one");
  }

  @Test
  void ofALaterSourceMaySayItInOtherWords() {
    LoadedTexts texts =
        new LoadedTexts(
            "de", List.of(new Files(SOUND), new Files(SOUND.replace("voll", "übervoll"))), null);

    assertThat(texts.find("cause.disk-full.title")).isEqualTo("Die Platte ist übervoll");
  }

  private static Texts german(String words) {
    JsonSource source = JsonSource.of("acme", JsonSource.SOUND).texts("de", words);
    return LoadedCatalog.onlyOf(List.of(source)).texts(Locale.GERMAN);
  }

  private static List<String> problemsOf(Texts texts) {
    CatalogException refused =
        catchThrowableOfType(CatalogException.class, () -> texts.find("cause.disk-full.title"));
    assertThat(refused).as("the words were taken").isNotNull();
    return refused.problems();
  }

  /** A source whose words are in several files. */
  private record Files(List<String> words) implements Documents {

    Files(String... words) {
      this(List.of(words));
    }

    @Override
    public String source() {
      return "files";
    }

    @Override
    public Document entries(String kind) {
      return null;
    }

    @Override
    public List<Document> texts(String language, String chapter) throws IOException {
      List<Document> documents = new ArrayList<>();
      for (String one : words) {
        String name = "file" + (documents.size() + 1) + ".json";
        byte[] json = one.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        documents.add(new Document(name, Json.read(new ByteArrayInputStream(json), name)));
      }
      return documents;
    }

    @Override
    public boolean hasLanguage(String language) {
      return language.equals("de");
    }
  }
}
