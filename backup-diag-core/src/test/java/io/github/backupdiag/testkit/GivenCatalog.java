package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalog of texts that a test gives. */
class GivenCatalog implements CatalogSource {

  private final String catalog;
  private final Map<String, String> texts;

  GivenCatalog(String catalog, Map<String, String> texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  @Override
  public String id() {
    return "corp";
  }

  @Override
  public InputStream open() {
    return stream(catalog);
  }

  @Override
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  @Override
  public @Nullable InputStream openTexts(String language) throws IOException {
    String text = texts.get(language);
    return text == null ? null : stream(text);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
