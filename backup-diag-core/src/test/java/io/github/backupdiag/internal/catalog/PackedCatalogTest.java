package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackedCatalogTest {

  private static final Catalog PACKED = LoadedCatalog.joined(List.of());
  private static final LoadedCatalog READ = LoadedCatalog.with(List.of());

  @Test
  void holdsWhatTheDocumentsHold() {
    assertThat(PACKED).isInstanceOf(PackedCatalog.class);
    assertThat(PACKED.codes()).isNotEmpty().isEqualTo(READ.codes());
    assertThat(PACKED.causes()).isNotEmpty().isEqualTo(READ.causes());
    assertThat(PACKED.remediations()).isNotEmpty().isEqualTo(READ.remediations());
    assertThat(PACKED.signatures()).isNotEmpty().isEqualTo(READ.signatures());
    assertThat(PACKED.defects()).isNotEmpty().isEqualTo(READ.defects());
    assertThat(PACKED.checks()).isNotEmpty().isEqualTo(READ.checks());
    assertThat(PACKED.errors()).isNotEmpty().isEqualTo(READ.errors());
    assertThat(PACKED.messages()).isNotEmpty().isEqualTo(READ.messages());
    READ.remediations()
        .forEach(remedy -> assertThat(PACKED.remediation(remedy.id())).isEqualTo(remedy));
    READ.causes().forEach(cause -> assertThat(PACKED.cause(cause.id())).isEqualTo(cause));
  }

  @Test
  void findsACodeByItsNamesInAnyCase() {
    for (ErrorCode code : READ.codes()) {
      assertThat(PACKED.code(code.code().toUpperCase(Locale.ROOT))).isEqualTo(code);
      code.aliases().forEach(alias -> assertThat(PACKED.code(alias)).isEqualTo(code));
    }
  }

  @Test
  void knowsNothingElse() {
    assertThat(PACKED.code("NoSuchCode")).isNull();
    assertThat(PACKED.cause("")).isNull();
    assertThat(PACKED.remediation("x".repeat(5000))).isNull();
    assertThat(PACKED.texts(Locale.ENGLISH).find("report.no-such-text")).isNull();
  }

  @Test
  void hasTheWordsOfEveryLanguage() throws IOException {
    for (String tag : List.of("en", "ko", "ja", "zh-Hant", "de", "el")) {
      Locale locale = Locale.forLanguageTag(tag);
      Texts packed = PACKED.texts(locale);
      Texts read = READ.texts(locale);
      assertThat(packed.language()).isEqualTo(read.language());
      for (String id : ids()) {
        assertThat(packed.find(id)).as(id).isEqualTo(read.find(id)).isNotNull();
      }
    }
  }

  private static Set<String> ids() throws IOException {
    Set<String> ids = new TreeSet<>();
    LoadedTexts english = new LoadedTexts("en", List.of(new BuiltInDocuments()), null);
    for (String chapter : List.of("catalog", "checks", "rules", "report")) {
      ids.addAll(english.all(chapter).keySet());
    }
    return ids;
  }

  @Test
  void isPackedByTheBuildAsItIsNow() throws IOException {
    for (Map.Entry<String, byte[]> table : PackCatalog.tables().entrySet()) {
      try (InputStream in =
          PackedCatalog.class.getResourceAsStream(PackedCatalog.FOLDER + table.getKey())) {
        assertThat(in.readAllBytes()).as(table.getKey()).isEqualTo(table.getValue());
      }
    }
  }

  @Test
  void givesWayToTheDocumentsWhereThirdPartiesBringEntries() {
    CatalogSource source = JsonSource.of("acme", JsonSource.SOUND);

    assertThat(LoadedCatalog.joined(List.of(source))).isInstanceOf(LoadedCatalog.class);
  }

  @Test
  void aTableFindsEveryNameAndNoOther() {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      entries.put("name-" + i, new PackedWriter().text("Wert " + i).number(i).bytes());
    }
    PackedTable table = new PackedTable(PackedTable.of(entries));

    assertThat(table.size()).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      PackedEntry entry = table.find("name-" + i);
      assertThat(entry.text()).isEqualTo("Wert " + i);
      assertThat(entry.number()).isEqualTo(i);
    }
    assertThat(table.find("name-1000")).isNull();
    assertThat(table.find("")).isNull();
    assertThat(new PackedTable(PackedTable.of(new TreeMap<>())).find("a")).isNull();
  }
}
