package io.github.backupdiag.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings codes, causes, remediations, signatures, defects, checks, numeric errors, messages and
 * words. Found by {@code ServiceLoader} or given to the builder. The documents follow {@code
 * schema/catalog-1.json} and {@code schema/texts-1.json}.
 *
 * <p>An id that another source has is refused, unless the entry says {@code "replaces": true}.
 */
public interface CatalogSource {

  /**
   * Names the source in messages.
   *
   * @return a short name, unique among all sources
   */
  String id();

  /**
   * Opens the catalog document.
   *
   * @return UTF-8 JSON; the reader closes it
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;

  /**
   * Lists the languages for which there are words.
   *
   * @return tags such as {@code en} or {@code zh-Hant}; English should be among them
   */
  default List<String> languages() {
    return List.of();
  }

  /**
   * Opens the words of a language.
   *
   * @param language one of {@link #languages()}
   * @return UTF-8 JSON, or null if there are none; the reader closes it
   * @throws IOException if it cannot be opened
   */
  default @Nullable InputStream openTexts(String language) throws IOException {
    return null;
  }
}
