package io.github.backupdiag.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one language. Thread-safe. */
public interface Texts {

  /**
   * Gives the language.
   *
   * @return its tag, such as {@code en} or {@code zh-Hant}
   */
  String language();

  /**
   * Finds a text, in English if this language has none.
   *
   * @param id id of the text, such as {@code cause.guest-disk-full.title}
   * @return the text with its placeholders, or null if no language has it
   */
  @Nullable String find(String id);

  /**
   * Gives a text with its placeholders filled.
   *
   * @param id id of the text
   * @param arguments values by placeholder
   * @return the text; the id itself if there is no such text; a placeholder without a value becomes
   *     {@code <name>}
   */
  default String format(String id, Map<String, String> arguments) {
    String text = find(id);
    return text == null ? id : Placeholders.fill(text, arguments);
  }
}
