package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guest.samples.CatalogueOfMessages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the system in the language of whoever started the program. */
class SystemWordsTest {

  private static final Map<String, String> GERMAN =
      Map.of(
          "Connection refused", "Verbindungsaufbau abgelehnt",
          "Not a directory", "Ist kein Verzeichnis",
          "File exists", "Die Datei existiert bereits");

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "LC_ALL, de_DE.UTF-8, de, usr/share/locale",
    "LC_MESSAGES, de_AT@euro, de, usr/share/locale",
    "LANG, de_DE, de_DE, usr/share/locale",
    "LANG, de_DE.UTF-8, de, usr/share/locale-langpack"
  })
  void areToldInEnglish(String name, String value, String language, String folder)
      throws Exception {
    SystemWords words = written(folder, language, StandardCharsets.UTF_8, Map.of(name, value));

    assertThat(words.english("Verbindungsaufbau abgelehnt")).isEqualTo("Connection refused");
    assertThat(words.english("error=20, Ist kein Verzeichnis"))
        .isEqualTo("error=20, Not a directory");
    assertThat(words.english("Connection refused")).isEqualTo("Connection refused");
    assertThat(words.english("Die Datei existiert bereits"))
        .isEqualTo("Die Datei existiert bereits");
  }

  @Test
  void anOrderOfLanguagesIsFollowed() throws Exception {
    Map<String, String> environment = Map.of("LANG", "C.UTF-8", "LANGUAGE", "xx:de:en");

    assertThat(
            written("usr/share/locale", "de", StandardCharsets.UTF_8, environment)
                .english("Verbindungsaufbau abgelehnt"))
        .isEqualTo("Connection refused");
  }

  @Test
  void aCatalogueMayBeInAnotherCharset() throws Exception {
    Path file = root.resolve("usr/share/locale/ja/LC_MESSAGES/libc.mo");
    Files.createDirectories(file.getParent());
    Charset charset = Charset.forName("EUC-JP");
    Files.write(file, CatalogueOfMessages.of(Map.of("Not a directory", "ディレクトリではありません"), charset));

    assertThat(SystemWords.of(Map.of("LANG", "ja_JP.eucJP"), root).english("ディレクトリではありません"))
        .isEqualTo("Not a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "", "en_US.UTF-8", "../../etc", "fr_FR.UTF-8"})
  void staysSilentWhereNothingIsTranslated(String locale) throws Exception {
    assertThat(
            written("usr/share/locale", "de", StandardCharsets.UTF_8, Map.of("LC_ALL", locale))
                .english("Verbindungsaufbau abgelehnt"))
        .isEqualTo("Verbindungsaufbau abgelehnt");
  }

  @Property(tries = 300)
  void aDamagedCatalogueHarmsNobody(
      @ForAll @IntRange(max = 200) int place,
      @ForAll byte value,
      @ForAll @IntRange(max = 260) int cut) {
    byte[] bytes = CatalogueOfMessages.of(GERMAN, StandardCharsets.UTF_8);
    bytes[place % bytes.length] = value;

    assertThat(MessageCatalogue.parse(bytes)).isNotNull();
    assertThat(MessageCatalogue.parse(Arrays.copyOf(bytes, Math.min(cut, bytes.length))))
        .isNotNull();
  }

  private SystemWords written(
      String folder, String language, Charset charset, Map<String, String> environment)
      throws IOException {
    Path file = root.resolve(folder + "/" + language + "/LC_MESSAGES/libc.mo");
    Files.createDirectories(file.getParent());
    Files.write(file, CatalogueOfMessages.of(GERMAN, charset));
    return SystemWords.of(environment, root);
  }
}
