package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a catalog as the engine does when it loads it beside ours, and its words as ours are
 * checked: what an entry needs is there, no text belongs to nothing, every language has the
 * placeholders of the English text.
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
    LoadedCatalog both = LoadedCatalog.with(List.of(source));
    Set<String> problems = new LinkedHashSet<>(loadingProblems(both));
    try {
      CatalogEntries entries = new CatalogEntries(source.id() + ".json", catalog());
      problems.addAll(entries.problems());
      Texts english = both.texts(Locale.ENGLISH);
      entries.required().entrySet().stream()
          .filter(text -> english.find(text.getKey()) == null)
          .map(text -> text.getValue() + ": the English text '" + text.getKey() + "' is missing")
          .forEach(problems::add);
      Texts builtIn = LoadedCatalog.with(List.of()).texts(Locale.ENGLISH);
      for (String language : source.languages()) {
        problems.addAll(texts(language).problems(entries, builtIn, english));
      }
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
    } catch (CatalogException e) {
      problems.addAll(e.problems());
    }
    return List.copyOf(problems);
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
    List<String> problems = new ArrayList<>();
    try {
      Set<String> missing = new TreeSet<>(texts(ENGLISH).ids());
      missing.removeAll(texts(language).ids());
      missing.forEach(id -> problems.add(file(language) + ":1: text '" + id + "' is missing"));
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return demandNone(problems);
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

  /** What the engine says: it reads part by part, so that one broken part hides no other. */
  private static List<String> loadingProblems(LoadedCatalog catalog) {
    List<String> problems = new ArrayList<>();
    List<Runnable> parts =
        List.of(
            () -> catalog.remediation(""),
            catalog::causes,
            catalog::codes,
            catalog::signatures,
            catalog::messages);
    for (Runnable part : parts) {
      try {
        part.run();
      } catch (CatalogException e) {
        problems.addAll(e.problems());
      }
    }
    return problems;
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
