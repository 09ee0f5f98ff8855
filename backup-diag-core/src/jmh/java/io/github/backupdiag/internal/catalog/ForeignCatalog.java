package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A made-up catalog of a third party, in files. Its codes share a few causes, of its own and of
 * ours, and each has an alias, a number, messages and words in two languages.
 */
record ForeignCatalog(Path folder, int number) implements CatalogSource {

  private static final List<String> LANGUAGES = List.of("en", "ko");
  private static final int CAUSES = 20;
  private static final List<String> SUBJECTS =
      List.of("Snapshot", "Vault", "Agent", "Disk", "Policy", "Restore", "Network", "Script");
  private static final List<String> TROUBLES =
      List.of("QuotaExceeded", "NotReachable", "TimedOut", "AccessDenied", "InBadState");

  /** Writes a catalog and gives it. */
  static ForeignCatalog write(Path folder, int number, int codes) throws IOException {
    ForeignCatalog catalog = new ForeignCatalog(folder, number);
    Files.createDirectories(folder);
    catalog.writeEntries(codes);
    for (String language : LANGUAGES) {
      catalog.writeTexts(codes, language);
    }
    return catalog;
  }

  @Override
  public String id() {
    return String.format("corp-%03d", number);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(folder.resolve(id() + ".json"));
  }

  @Override
  public List<String> languages() {
    return LANGUAGES;
  }

  @Override
  public InputStream openTexts(String language) throws IOException {
    return Files.newInputStream(folder.resolve(id() + "." + language + ".json"));
  }

  /** Gives the name of a code of this catalog. */
  String code(int i) {
    String subject = SUBJECTS.get(i % SUBJECTS.size());
    return String.format("Corp%03d%s%s%05d", number, subject, TROUBLES.get(i % TROUBLES.size()), i);
  }

  private String cause(int i) {
    return String.format("%s-cause-%02d", id(), i % CAUSES);
  }

  private String message(int i, String language) {
    return language.equals("en")
        ? String.format("The backup ended at step %05d of plan %03d: no room is left.", i, number)
        : String.format("백업이 계획 %03d의 단계 %05d에서 끝났습니다. 공간이 없습니다.", number, i);
  }

  private void writeEntries(int codes) throws IOException {
    try (PrintWriter out = writer(id() + ".json")) {
      out.print("{\"schemaVersion\": \"1.0\",\n\"codes\": [\n");
      for (int i = 0; i < codes; i++) {
        out.printf(
            "{\"code\": \"%s\", \"aliases\": [\"Plan%03dStep%05d\"], \"numbers\": [%d],"
                + " \"topic\": \"corp\", \"retryable\": \"no\","
                + " \"causes\": [\"%s\", \"%s\", \"guest-disk-full\"], \"sources\": [\"corp:wiki\"]}%s%n",
            code(i), number, i, 700_000 + i, cause(i), cause(i + 7), comma(i, codes));
      }
      out.print("],\n\"messages\": [\n");
      for (int i = 0; i < 2 * codes; i++) {
        String language = LANGUAGES.get(i % 2);
        out.printf(
            "{\"code\": \"%s\", \"language\": \"%s\", \"text\": \"%s\"}%s%n",
            code(i / 2), language, message(i / 2, language), comma(i, 2 * codes));
      }
      out.print("],\n\"causes\": [\n");
      for (int i = 0; i < CAUSES; i++) {
        out.printf(
            "{\"id\": \"%s\", \"kind\": \"fault\", \"topic\": \"corp\","
                + " \"os\": [\"linux\", \"windows\"], \"planes\": [\"guest\"],"
                + " \"prior\": \"rarely\", \"remediations\": [\"%s-remedy\"]}%s%n",
            cause(i), id(), comma(i, CAUSES));
      }
      out.printf(
          "],%n\"remediations\": [{\"id\": \"%s-remedy\", \"os\": [\"linux\", \"windows\"],"
              + " \"risk\": \"none\", \"steps\": [{\"id\": \"call\", \"kind\": \"text\"}]}]}%n",
          id());
    }
  }

  private void writeTexts(int codes, String language) throws IOException {
    try (PrintWriter out = writer(id() + "." + language + ".json")) {
      out.printf("{\"schemaVersion\": \"1.0\", \"language\": \"%s\", \"texts\": {%n", language);
      for (int i = 0; i < codes; i++) {
        out.printf(
            "\"code.%s.meaning\": \"%s\",%n\"code.%s.title\": \"%s\"%s%n",
            code(i), message(i, language), code(i), message(i, language), comma(i, codes));
      }
      out.print("}}\n");
    }
  }

  private PrintWriter writer(String file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8));
  }

  private static String comma(int i, int entries) {
    return i + 1 < entries ? "," : "";
  }
}
