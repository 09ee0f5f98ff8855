package org.example.customrule;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The code and its messages, the cause, the check and the log line that tell of it, what helps, and
 * the words in English and German.
 */
public final class CorpCatalog implements CatalogSource {

  /** Made by {@code ServiceLoader}. */
  public CorpCatalog() {}

  @Override
  public String id() {
    return "corp";
  }

  @Override
  public InputStream open() throws IOException {
    return resource("catalog.json");
  }

  @Override
  public List<String> languages() {
    return List.of("en", "de");
  }

  @Override
  public InputStream openTexts(String language) throws IOException {
    return resource("texts." + language + ".json");
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = CorpCatalog.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("org/example/customrule/" + name);
    }
    return in;
  }
}
