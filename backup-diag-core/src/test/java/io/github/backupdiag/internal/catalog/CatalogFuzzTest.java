package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.fuzz.Samples;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogFuzzTest {

  static Stream<byte[]> documents() {
    return Samples.of(JsonSource.SOUND.replace('\'', '"'));
  }

  /** The catalog of somebody else is loaded, or refused with the place of each problem. */
  @MethodSource("documents")
  @FuzzTest
  void load(byte[] bytes) {
    try {
      LoadedCatalog catalog = LoadedCatalog.onlyOf(List.of(new Foreign(bytes)));
      catalog.loadAll();
      assertThat(catalog.codes()).allMatch(code -> catalog.code(code.code()) != null);
    } catch (CatalogException e) {
      check(e);
    }
  }

  private static void check(CatalogException refusal) {
    assertThat(refusal.problems()).isNotEmpty();
    assertThat(refusal.problems())
        .allSatisfy(problem -> assertThat(problem).matches("acme[^:]*\\.json:[0-9]+: .+"));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Foreign(byte[] document) implements CatalogSource {

    @Override
    public String id() {
      return "acme";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(document);
    }

    @Override
    public List<String> languages() {
      return List.of();
    }
  }
}
