package io.github.backupdiag.internal.rules;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The English texts of the rules. */
final class RuleWords {

  private static final Map<String, Json> TEXTS = texts();

  private RuleWords() {}

  static Map<String, Json> all() {
    return TEXTS;
  }

  private static Map<String, Json> texts() {
    String name = "/io/github/backupdiag/catalog/texts/en/rules.json";
    try (var in = Json.class.getResourceAsStream(name)) {
      return Json.read(in, name).fields().get("texts").fields();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
