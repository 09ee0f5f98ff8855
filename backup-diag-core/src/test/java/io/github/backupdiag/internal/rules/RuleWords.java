package io.github.backupdiag.internal.rules;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The English texts of the rules and the engine. */
final class RuleWords {

  private static final List<String> FILES =
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
  private static final Map<String, Json> TEXTS = texts();

  private RuleWords() {}

  static Map<String, Json> all() {
    return TEXTS;
  }

  private static Map<String, Json> texts() {
    Map<String, Json> all = new TreeMap<>();
    for (String file : FILES) {
      String name = "/io/github/backupdiag/catalog/texts/en/" + file + ".json";
      try (var in = Json.class.getResourceAsStream(name)) {
        all.putAll(Json.read(in, name).fields().get("texts").fields());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
