package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the documents of one source come from. */
interface Documents {

  /** Names the source. */
  String source();

  /** A document and what to call it in messages. */
  record Document(String file, Json root) {}

  /**
   * Reads the document that holds a kind of entry.
   *
   * @param kind {@code codes}, {@code causes} …
   * @return the document, which may hold other kinds as well, or null if there is none
   */
  @Nullable Document entries(String kind) throws IOException;

  /** Lets go of what was read for {@link #entries}; all of it was taken over. */
  default void forget() {}

  /**
   * Reads words.
   *
   * @param language tag
   * @param chapter {@code catalog}, {@code checks}, {@code rules} or {@code report}
   * @return the documents, may be empty
   */
  List<Document> texts(String language, String chapter) throws IOException;

  /** Lists the languages this source may have words in, as far as it knows beforehand. */
  boolean hasLanguage(String language);
}
