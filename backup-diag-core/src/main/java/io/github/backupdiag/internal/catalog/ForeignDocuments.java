package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalog of a third party: one document for all kinds, one for the words of each language. */
final class ForeignDocuments implements Documents {

  private final CatalogSource source;
  private @Nullable Document document;

  ForeignDocuments(CatalogSource source) {
    this.source = source;
  }

  @Override
  public String source() {
    return source.id();
  }

  @Override
  public synchronized Document entries(String kind) throws IOException {
    Document read = document;
    if (read == null) {
      String name = source.id() + ".json";
      try (InputStream in = source.open()) {
        read = new Document(name, Json.read(in, name));
      }
      document = read;
    }
    return read;
  }

  @Override
  public List<Document> texts(String language, String chapter) throws IOException {
    if (!chapter.equals(LoadedTexts.CATALOG) || !hasLanguage(language)) {
      return List.of();
    }
    String name = source.id() + "." + language + ".json";
    try (InputStream in = source.openTexts(language)) {
      return in == null ? List.of() : List.of(new Document(name, Json.read(in, name)));
    }
  }

  @Override
  public boolean hasLanguage(String language) {
    return source.languages().contains(language);
  }
}
