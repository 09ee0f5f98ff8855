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
      try (InputStream in = open(name, source::open)) {
        if (in == null) {
          throw new IOException(name + ":1: the source has no document; return one from open()");
        }
        read = new Document(name, Json.read(in, name));
      }
      document = read;
    }
    return read;
  }

  /** A tree takes several times the memory of the entries made of it. */
  @Override
  public synchronized void forget() {
    document = null;
  }

  @Override
  public List<Document> texts(String language, String chapter) throws IOException {
    if (!chapter.equals(LoadedTexts.CATALOG) || !hasLanguage(language)) {
      return List.of();
    }
    String name = source.id() + "." + language + ".json";
    try (InputStream in = open(name, () -> source.openTexts(language))) {
      return in == null ? List.of() : List.of(new Document(name, Json.read(in, name)));
    }
  }

  private interface Opener {
    @Nullable InputStream open() throws IOException;
  }

  /** The name is not in the message of a source that cannot open its document. */
  private static @Nullable InputStream open(String name, Opener opener) throws IOException {
    try {
      return opener.open();
    } catch (IOException | RuntimeException e) {
      throw new IOException(name + ":1: the source cannot open it: " + e, e);
    }
  }

  @Override
  public boolean hasLanguage(String language) {
    return source.languages().contains(language);
  }
}
