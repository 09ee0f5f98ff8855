package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words of a page: those of the catalog, and those of the frame around them. */
final class Words {

  private final String language;
  private final Texts texts;
  private final Texts english;
  private final Map<String, String> labels;

  private Words(String language, Texts texts, Texts english, Map<String, String> labels) {
    this.language = language;
    this.texts = texts;
    this.english = english;
    this.labels = labels;
  }

  static Words of(Catalog catalog, String language) {
    return new Words(
        language,
        catalog.texts(Locale.forLanguageTag(language)),
        catalog.texts(Locale.ENGLISH),
        read("words/" + language + ".json"));
  }

  String language() {
    return language;
  }

  /** Gives a text of the frame; names and values fill its placeholders. */
  String label(String name, String... namesAndValues) {
    String label = labels.get("site." + name);
    if (label == null) {
      throw new IllegalArgumentException("words/" + language + ".json lacks site." + name);
    }
    return Placeholders.fill(label, pairs(namesAndValues));
  }

  /** Gives a text of the frame, or the last part of its name if there is none. */
  String labelOf(String group, String name) {
    String label = labels.get("site." + group + "." + name);
    return label == null ? name : Placeholders.fill(label, Map.of());
  }

  /** Tells whether the catalog has a text. */
  boolean has(String id) {
    return texts.find(id) != null;
  }

  /** Gives a text of the catalog, or its id if there is none. */
  Said text(String id, String... namesAndValues) {
    return textOr(id, id, namesAndValues);
  }

  /** Gives a text of the catalog, or another one if there is none. */
  Said textOr(String id, String otherwise, String... namesAndValues) {
    String text = texts.find(id);
    if (text == null) {
      return new Said(otherwise, "");
    }
    boolean fallsBack = !language.equals(Tongues.ENGLISH) && text.equals(english.find(id));
    return new Said(
        Placeholders.fill(text, pairs(namesAndValues)), fallsBack ? Tongues.ENGLISH : "");
  }

  private static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  static Map<String, String> read(String file) {
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
      Map<String, String> labels = new HashMap<>();
      Json.read(in, file)
          .fields()
          .get("texts")
          .fields()
          .forEach((id, text) -> labels.put(id, (String) text.value()));
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
