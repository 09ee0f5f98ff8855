package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.fuzz.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class TextsFuzzTest {

  static Stream<byte[]> documents() {
    return Samples.of(
        """
        {"schemaVersion": "1.0", "language": "de", "reviewed": true, "texts": {
          "cause.disk-full.title": "Die Platte ist voll", "rest": "\\u00fc"}}
        """);
  }

  /** The words of somebody else are taken, or refused with the place of each problem. */
  @MethodSource("documents")
  @FuzzTest
  void load(byte[] bytes) {
    try {
      LoadedCatalog.onlyOf(List.of(new Foreign(bytes)))
          .texts(Locale.GERMAN)
          .find("cause.disk-full.title");
    } catch (CatalogException e) {
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem).matches("acme[^:]*\\.json:[0-9]+: .+"));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Foreign(byte[] document) implements CatalogSource {

    @Override
    public String id() {
      return "acme";
    }

    @Override
    public InputStream open() throws IOException {
      return JsonSource.of("acme", JsonSource.SOUND).open();
    }

    @Override
    public List<String> languages() {
      return List.of("de");
    }

    @Override
    public InputStream openTexts(String language) {
      return new ByteArrayInputStream(document);
    }
  }
}
