package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.json.Json;
import io.github.backupdiag.internal.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one language in a catalog, and what is wrong with them. */
final class CatalogTexts {

  private static final Pattern ONE_LINE =
      Pattern.compile("(?=\\S)([^{}\\r\\n]|\\{\\{|}}|\\{[a-z][A-Za-z0-9]*})*+(?<=\\S)");
  private static final Pattern OF_RULES =
      Pattern.compile("(evidence|because|next|fact)\\.[A-Za-z0-9]++([.-][A-Za-z0-9]++)*+");
  private static final Set<String> FIELDS =
      Set.of("schemaVersion", "language", "reviewed", "texts");
  private static final int TITLE = 120;
  private static final int ENGLISH_TITLE = 70;
  private static final int SENTENCES = 600;

  private final String file;
  private final String language;
  private final Json document;

  CatalogTexts(String file, String language, Json document) {
    this.file = file;
    this.language = language;
    this.document = document;
  }

  Set<String> ids() {
    return texts().keySet();
  }

  private Map<String, Json> texts() {
    Json texts = document.fields().get("texts");
    return texts == null ? Map.of() : texts.fields();
  }

  /**
   * Finds what is wrong.
   *
   * @param entries the entries of this catalog
   * @param builtIn the English words of backup-diag
   * @param english the English words of both
   * @return one line each
   */
  List<String> problems(CatalogEntries entries, Texts builtIn, Texts english) {
    List<String> problems = new ArrayList<>();
    checkHead(problems);
    texts()
        .forEach(
            (id, text) -> {
              check(id, text, problems);
              boolean known =
                  entries.knows(id) || builtIn.find(id) != null || OF_RULES.matcher(id).matches();
              if (!known) {
                add(text, "text '" + id + "' belongs to no entry" + near(id, entries), problems);
              } else if (text.value() instanceof String words) {
                checkTranslation(id, text, words, english.find(id), problems);
              }
            });
    return problems;
  }

  private static String near(String id, CatalogEntries entries) {
    return Nearest.suggestion(id, entries.known());
  }

  private void checkHead(List<String> problems) {
    document.fields().keySet().stream()
        .filter(field -> !FIELDS.contains(field))
        .forEach(
            field ->
                add(
                    document,
                    "field '" + field + "' is not known" + Nearest.suggestion(field, FIELDS),
                    problems));
    checkField("schemaVersion", "1.0", problems);
    checkField("language", language, problems);
    if (texts().isEmpty()) {
      add(document, "'texts' is missing or empty; give an object of texts by id", problems);
    }
  }

  private void checkField(String field, String expected, List<String> problems) {
    Json value = document.fields().get(field);
    if (value == null || !expected.equals(value.value())) {
      add(document, "'" + field + "' must be \"" + expected + "\"", problems);
    }
  }

  private void check(String id, Json text, List<String> problems) {
    if (!(text.value() instanceof String words)) {
      add(text, "'" + id + "' must be a text, not " + text.kind(), problems);
      return;
    }
    int most = id.endsWith(".title") ? titleLength(id) : SENTENCES;
    if (words.length() > most) {
      add(text, "'" + id + "' is longer than " + most + " characters; shorten it", problems);
    } else if (!ONE_LINE.matcher(words).matches()) {
      add(
          text,
          "'"
              + id
              + "' must be one line without blanks at its ends; a brace that is meant so is"
              + " doubled",
          problems);
    }
  }

  private int titleLength(String id) {
    return language.equals("en") && id.startsWith("cause.") ? ENGLISH_TITLE : TITLE;
  }

  private void checkTranslation(
      String id, Json text, String words, @Nullable String english, List<String> problems) {
    if (english == null) {
      add(text, "'" + id + "' has no English text; add one", problems);
    } else if (!language.equals("en")) {
      new TranslationLint(language)
          .problems(english, words)
          .forEach(problem -> add(text, "'" + id + "' " + problem, problems));
    }
  }

  private void add(Json at, String what, List<String> problems) {
    problems.add(file + ":" + at.line() + ": " + what);
  }
}
