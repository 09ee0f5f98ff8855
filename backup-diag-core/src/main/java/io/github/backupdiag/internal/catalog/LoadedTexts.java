package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.catalog.Problems.Place;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Words of one language, read chapter by chapter when one of their texts is first asked for. */
final class LoadedTexts implements Texts {

  /** Words of catalog entries; the only chapter third parties have. */
  static final String CATALOG = "catalog";

  /** Words of rules, engine and facts. */
  static final String RULES = "rules";

  /** Words of checks and numeric errors, which a diagnosis does not need. */
  static final String CHECKS = "checks";

  /** Words around the findings. */
  static final String REPORT = "report";

  private final String language;
  private final List<Documents> sources;
  private final @Nullable Texts fallback;
  private final Map<String, Map<String, String>> chapters = new ConcurrentHashMap<>();

  LoadedTexts(String language, List<Documents> sources, @Nullable Texts fallback) {
    this.language = language;
    this.sources = sources;
    this.fallback = fallback;
  }

  @Override
  public String language() {
    return language;
  }

  @Override
  public @Nullable String find(String id) {
    String text = chapter(chapterOf(id)).get(id);
    if (text == null && !chapterOf(id).equals(CATALOG)) {
      text = chapter(CATALOG).get(id);
    }
    return text == null && fallback != null ? fallback.find(id) : text;
  }

  /** Gives all words of a chapter by id. */
  Map<String, String> all(String chapter) {
    return chapter(chapter);
  }

  private static String chapterOf(String id) {
    if (id.startsWith("report.")) {
      return REPORT;
    }
    if (id.startsWith("check.") || id.startsWith("error.")) {
      return CHECKS;
    }
    boolean ofRule =
        id.startsWith("evidence.")
            || id.startsWith("because.")
            || id.startsWith("next.")
            || id.startsWith("fact.");
    return ofRule ? RULES : CATALOG;
  }

  private Map<String, String> chapter(String chapter) {
    return chapters.computeIfAbsent(chapter, this::read);
  }

  private Map<String, String> read(String chapter) {
    Map<String, String> texts = new HashMap<>();
    Problems problems = new Problems();
    for (Documents source : sources) {
      try {
        Map<String, Place> places = new HashMap<>();
        for (Documents.Document document : source.texts(language, chapter)) {
          Header.checkTexts(document, language, problems);
          add(document, texts, places, problems);
        }
      } catch (IOException e) {
        problems.unreadable(String.valueOf(e.getMessage()));
      }
    }
    problems.throwIfAny();
    return Collections.unmodifiableMap(texts);
  }

  /** A later source may say it in other words, but no source says it twice. */
  private static void add(
      Documents.Document document,
      Map<String, String> texts,
      Map<String, Place> places,
      Problems problems) {
    Json words = document.root().fields().get("texts");
    if (words == null) {
      return;
    }
    words
        .fields()
        .forEach(
            (id, text) -> {
              Place place = new Place(document.file(), text.line());
              Place other = places.putIfAbsent(id, place);
              if (other != null) {
                problems.add(place, "'" + id + "' stands at " + other + " already; remove one");
              }
              if (text.value() instanceof String sentence) {
                texts.put(id, sentence);
              } else {
                problems.add(place, "'" + id + "' must be a text, not " + text.kind());
              }
            });
  }
}
