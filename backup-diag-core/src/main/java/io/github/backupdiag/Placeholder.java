package io.github.backupdiag;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Placeholder that proves the build gates; replaced by the real classes. */
public final class Placeholder {

  private Placeholder() {}

  /**
   * Returns the first name in a JSON object.
   *
   * @param json a JSON text
   * @return the name, or null if there is none
   * @throws IOException if the text is not JSON
   */
  public static @Nullable String firstName(String json) throws IOException {
    LoggerFactory.getLogger(Placeholder.class).debug("reading");
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return parser.nextToken() == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }
  }
}
