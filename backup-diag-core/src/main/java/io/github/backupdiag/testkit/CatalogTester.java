package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a catalog as the engine does when it loads it beside ours, and its words as ours are
 * checked: what an entry needs is there, no text belongs to nothing, every language has the
 * placeholders, numbers, file names and keys of the English text, and is written in its own script.
 *
 * <pre>{@code
 * CatalogTester.of(new CorpCatalog()).check().checkTranslation("de");
 * }</pre>
 *
 * <p>In messages the catalog is called {@code <id>.json} and its words {@code
 * <id>.<language>.json}, where the id is that of the source. Thread-safe if the source is.
 */
public final class CatalogTester {

  private static final String ENGLISH = "en";

  private final CatalogSource source;

  private CatalogTester(CatalogSource source) {
    this.source = source;
  }

  /**
   * Starts the test of a catalog.
   *
   * @param source the catalog
   * @return a tester
   */
  public static CatalogTester of(CatalogSource source) {
    return new CatalogTester(source);
  }

  /**
   * Finds what is wrong with the entries and their words.
   *
   * @return one line each, {@code file:line: what; suggestion}; empty if all is well
   */
  public List<String> problems() {
    Set<String> problems = new LinkedHashSet<>();
    LoadedCatalog both = LoadedCatalog.with(List.of(source));
    collect(both::loadAll, problems);
    collect(() -> addWordProblems(both.texts(Locale.ENGLISH), problems), problems);
    return List.copyOf(problems);
  }

  private void addWordProblems(Texts english, Set<String> problems) throws IOException {
    CatalogEntries entries = new CatalogEntries(source.id() + ".json", catalog());
    problems.addAll(entries.problems());
    entries.required().entrySet().stream()
        .filter(text -> english.find(text.getKey()) == null)
        .map(text -> text.getValue() + ": the English text '" + text.getKey() + "' is missing")
        .forEach(problems::add);
    Texts builtIn = LoadedCatalog.with(List.of()).texts(Locale.ENGLISH);
    for (String language : source.languages()) {
      problems.addAll(texts(language).problems(entries, builtIn, english));
    }
  }

  /**
   * Expects that nothing is wrong.
   *
   * @return this
   * @throws AssertionError with all problems otherwise
   */
  public CatalogTester check() {
    return demandNone(problems());
  }

  /**
   * Expects that every English text has a translation. Without one readers get the English text,
   * which is allowed but rarely meant.
   *
   * @param language tag, such as {@code de}
   * @return this
   * @throws AssertionError with all missing texts otherwise
   */
  public CatalogTester checkTranslation(String language) {
    Set<String> problems = new LinkedHashSet<>();
    collect(
        () -> {
          Set<String> missing = new TreeSet<>(texts(ENGLISH).ids());
          missing.removeAll(texts(language).ids());
          missing.forEach(id -> problems.add(file(language) + ":1: text '" + id + "' is missing"));
        },
        problems);
    return demandNone(List.copyOf(problems));
  }

  private CatalogTester demandNone(List<String> problems) {
    if (!problems.isEmpty()) {
      String line = System.lineSeparator() + "  ";
      throw new AssertionError(
          "catalog "
              + source.id()
              + " ("
              + source.getClass().getName()
              + ")"
              + (line + "expected: no problems" + line + "found:")
              + (line + "  " + String.join(line + "  ", problems)));
    }
    return this;
  }

  private interface Check {
    void run() throws IOException;
  }

  /** A source that cannot be opened is named once: the engine does it better. */
  private void collect(Check check, Set<String> problems) {
    try {
      check.run();
    } catch (CatalogException e) {
      problems.addAll(e.problems());
    } catch (IOException | RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      if (e instanceof IOException && message.startsWith(source.id() + ".")) {
        problems.add(message);
      } else if (problems.isEmpty()) {
        problems.add(source.id() + ".json:1: the source cannot be read: " + e);
      }
    }
  }

  private Json catalog() throws IOException {
    try (InputStream in = source.open()) {
      return Json.read(in, source.id() + ".json");
    }
  }

  private CatalogTexts texts(String language) throws IOException {
    String file = file(language);
    try (InputStream in = source.openTexts(language)) {
      if (in == null || !source.languages().contains(language)) {
        throw new IOException(
            file
                + ":1: there are no words; name the language in languages() and give the words in"
                + " openTexts()");
      }
      return new CatalogTexts(file, language, Json.read(in, file));
    }
  }

  private String file(String language) {
    return source.id() + "." + language + ".json";
  }
}
