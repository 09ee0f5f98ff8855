package io.github.backupdiag.reference;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.internal.render.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Step of the build: makes the catalog a site that works from a folder, without a server. The same
 * catalog and rules give the same bytes.
 */
public final class ReferenceSite {

  private final Knowledge knowledge;
  private final Site site;
  private final List<Words> languages;
  private final SortedMap<String, String> files = new TreeMap<>();

  private ReferenceSite(Catalog catalog, Collection<DiagnosticDescriptor> rules, String version) {
    this.knowledge = new Knowledge(catalog, rules);
    this.languages =
        Tongues.OF_SITE.stream()
            .filter(tag -> catalog.texts(Locale.forLanguageTag(tag)).language().equals(tag))
            .map(tag -> Words.of(catalog, tag))
            .toList();
    this.site = new Site(version, languages.stream().map(Words::language).toList());
  }

  /**
   * Writes the site of our catalog.
   *
   * @param args the folder to write to, and the version of the library
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    write(files(diagnosis.catalog(), diagnosis.diagnostics(), args[1]), Path.of(args[0]));
  }

  /** Makes the files of the site, by their path. */
  static SortedMap<String, String> files(
      Catalog catalog, Collection<DiagnosticDescriptor> rules, String version) {
    ReferenceSite reference = new ReferenceSite(catalog, rules, version);
    reference.make();
    return reference.files;
  }

  /** Writes the files into a folder, and removes what an earlier build left there. */
  static void write(Map<String, String> files, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path old : found.filter(Files::isRegularFile).toList()) {
          if (!files.containsKey(folder.relativize(old).toString().replace('\\', '/'))) {
            Files.delete(old);
          }
        }
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
  }

  private void make() {
    files.put("style.css", style());
    files.put("search.js", resource(ReferenceSite.class, "search.js"));
    files.put("search-data.js", SearchData.write(knowledge, languages));
    files.put(Links.INDEX, RootPage.write(site, languages.get(0)));
    languages.forEach(this::pages);
  }

  private void pages(Words words) {
    put(words, Links.INDEX, page -> IndexPage.write(knowledge, page));
    put(words, Links.REMEDIES, page -> ListPages.remedies(knowledge, page));
    put(words, Links.CHECKS, page -> ListPages.checks(knowledge, page));
    put(words, Links.NUMBERS, page -> ListPages.numbers(knowledge, page));
    for (ErrorCode code : knowledge.codes()) {
      put(words, Links.code(code.code()), page -> CodePage.write(knowledge, page, code));
    }
    for (Cause cause : knowledge.causes()) {
      put(words, Links.cause(cause.id()), page -> CausePage.write(knowledge, page, cause));
    }
  }

  private void put(Words words, String path, java.util.function.Function<Page, String> writer) {
    files.put(words.language() + "/" + path, writer.apply(new Page(site, words, path)));
  }

  /** Puts what only the site needs behind the style of the reports. */
  private static String style() {
    return resource(HtmlText.class, "report.css") + resource(ReferenceSite.class, "site.css");
  }

  private static String resource(Class<?> owner, String name) {
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
