package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.PortalMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Step of the build: checks our catalog and packs it for {@link PackedCatalog}. */
public final class PackCatalog {

  private static final List<String> CHAPTERS =
      List.of(LoadedTexts.CATALOG, LoadedTexts.CHECKS, LoadedTexts.RULES, LoadedTexts.REPORT);
  private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");

  private PackCatalog() {}

  /**
   * Packs the catalog on the class path.
   *
   * @param args the folder of classes to write to
   * @throws IOException if the words cannot be read or the folder not be written
   * @throws CatalogException with all problems if the catalog is broken
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0] + PackedCatalog.FOLDER);
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> table : tables().entrySet()) {
      Files.write(folder.resolve(table.getKey()), table.getValue());
    }
  }

  /** Packs our catalog; by name of the table. */
  static Map<String, byte[]> tables() throws IOException {
    LoadedCatalog catalog = LoadedCatalog.with(List.of());
    catalog.loadAll();
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("codes", table(catalog.codes(), ErrorCode::code, Packing::of));
    tables.put(PackedCatalog.NAMES, PackedTable.of(names(catalog.codes())));
    tables.put("causes", table(catalog.causes(), cause -> cause.id(), Packing::of));
    tables.put("remediations", table(catalog.remediations(), remedy -> remedy.id(), Packing::of));
    tables.put("signatures", table(catalog.signatures(), line -> line.id(), Packing::of));
    tables.put("defects", table(catalog.defects(), defect -> defect.id(), Packing::of));
    tables.put("checks", table(catalog.checks(), check -> check.id(), Packing::of));
    tables.put("errors", table(catalog.errors(), error -> error.id(), Packing::of));
    tables.put("messages", table(catalog.messages(), PackCatalog::key, Packing::of));
    for (String language : LANGUAGES) {
      if (new BuiltInDocuments().hasLanguage(language)) {
        tables.put("texts-" + language, PackedTable.of(words(language)));
      }
    }
    return tables;
  }

  /** Puts messages in the order in which {@link Messages} gives them. */
  private static String key(PortalMessage message) {
    return message.code() + "\0" + message.language() + "\0" + message.text();
  }

  private static <T> byte[] table(
      Collection<T> entries, Function<T, String> key, Function<T, byte[]> packing) {
    SortedMap<String, byte[]> packed = new TreeMap<>();
    entries.forEach(entry -> packed.put(key.apply(entry), packing.apply(entry)));
    return PackedTable.of(packed);
  }

  /** A name beats an alias of the same letters, as it does when the catalog is loaded. */
  private static SortedMap<String, byte[]> names(List<ErrorCode> codes) {
    SortedMap<String, byte[]> names = new TreeMap<>();
    for (ErrorCode code : codes) {
      code.aliases().forEach(alias -> names.put(alias.toLowerCase(Locale.ROOT), utf8(code.code())));
    }
    codes.forEach(code -> names.put(code.code().toLowerCase(Locale.ROOT), utf8(code.code())));
    return names;
  }

  private static SortedMap<String, byte[]> words(String language) throws IOException {
    SortedMap<String, byte[]> words = new TreeMap<>();
    LoadedTexts texts = new LoadedTexts(language, List.of(new BuiltInDocuments()), null);
    for (String chapter : CHAPTERS) {
      texts.all(chapter).forEach((id, text) -> words.put(id, utf8(text)));
    }
    return words;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
