package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own catalog: one resource for each kind of entry, so that a short run reads few of them. */
final class BuiltInDocuments implements Documents {

  /** How the names of our documents begin in messages. */
  static final String PREFIX = "catalog/";

  private static final String FOLDER = "/io/github/backupdiag/catalog/";

  /** Files with the words of the engine and, topic by topic, of the rules. */
  private static final List<String> RULE_FILES =
      List.of(
          "engine",
          "rules-agent",
          "rules-disk",
          "rules-extension",
          "rules-facts",
          "rules-network",
          "rules-service",
          "rules-snapshot",
          "rules-vm",
          "rules-vss");

  @Override
  public String source() {
    return "backup-diag";
  }

  @Override
  public @Nullable Document entries(String kind) throws IOException {
    return read(kind + ".json");
  }

  @Override
  public List<Document> texts(String language, String chapter) throws IOException {
    List<String> files = chapter.equals(LoadedTexts.RULES) ? RULE_FILES : List.of(chapter);
    List<Document> documents = new ArrayList<>();
    for (String file : files) {
      Document document = read("texts/" + language + "/" + file + ".json");
      if (document != null) {
        documents.add(document);
      }
    }
    return documents;
  }

  @Override
  public boolean hasLanguage(String language) {
    return BuiltInDocuments.class.getResource(FOLDER + "texts/" + language + "/catalog.json")
        != null;
  }

  private static @Nullable Document read(String file) throws IOException {
    try (InputStream in = BuiltInDocuments.class.getResourceAsStream(FOLDER + file)) {
      return in == null ? null : new Document(PREFIX + file, Json.read(in, PREFIX + file));
    }
  }
}
