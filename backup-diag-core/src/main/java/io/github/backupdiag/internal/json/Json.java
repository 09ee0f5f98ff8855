package io.github.backupdiag.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of a JSON tree and the line it begins on.
 *
 * @param value {@code Map<String, Json>}, {@code List<Json>}, {@code String}, {@code Long}, {@code
 *     Double}, {@code Boolean} or null
 * @param line from 1
 */
public record Json(@Nullable Object value, int line) {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(1 << 20)
                  .maxDocumentLength(64L << 20)
                  .build())
          // Ids of texts are field names, too: many thousands that the whole JVM would keep.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /**
   * Reads one document.
   *
   * @param in UTF-8 JSON; not closed
   * @param name how to call it in messages
   * @return its root
   * @throws IOException one line with name and line number if it is not readable
   */
  public static Json read(InputStream in, String name) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() == null) {
        throw new IOException(name + ":1: the document is empty; expected a JSON object");
      }
      Json root = new JsonTree(parser).node();
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        throw new IOException(name + ":" + line + ": something follows the document; remove it");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new IOException(name + ":" + line + ": not readable as JSON: " + what, e);
    } catch (CharConversionException e) {
      throw new IOException(name + ":1: not readable as JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Gives the fields if this is an object.
   *
   * @return fields in their order, empty if it is something else
   */
  @SuppressWarnings("unchecked")
  public Map<String, Json> fields() {
    return value instanceof Map<?, ?> map ? (Map<String, Json>) map : Map.of();
  }

  /**
   * Gives the items if this is an array.
   *
   * @return items in their order, empty if it is something else
   */
  @SuppressWarnings("unchecked")
  public List<Json> items() {
    return value instanceof List<?> list ? (List<Json>) list : List.of();
  }

  /**
   * Names the kind of value for messages.
   *
   * @return for example {@code an object}
   */
  public String kind() {
    if (value == null) {
      return "null";
    }
    return value instanceof Map<?, ?>
        ? "an object"
        : value instanceof List<?>
            ? "an array"
            : value instanceof String ? "a text" : value instanceof Boolean ? "a flag" : "a number";
  }
}
