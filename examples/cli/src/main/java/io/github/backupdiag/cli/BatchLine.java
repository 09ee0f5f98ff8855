package io.github.backupdiag.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One line of a batch: a text with an id, or what is wrong with it. */
final class BatchLine {

  private static final String EXPECTED = "expected a JSON string, or an object with 'text'";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private @Nullable String id;
  private @Nullable String text;
  private @Nullable String problem;

  private BatchLine() {}

  /** Reads a line; whatever its bytes are, there is a text or a problem. */
  static BatchLine of(byte[] bytes) {
    BatchLine line = new BatchLine();
    try (JsonParser json = JSON.createParser(bytes)) {
      line.read(json);
    } catch (JsonProcessingException e) {
      line.problem = "not readable as JSON: " + firstLine(e.getOriginalMessage());
    } catch (IOException e) {
      line.problem = "not readable as JSON: " + firstLine(String.valueOf(e.getMessage()));
    }
    if (line.problem == null && (line.text == null || line.text.isBlank())) {
      line.problem = line.text == null ? EXPECTED : "the text is empty";
    }
    return line;
  }

  static BatchLine refused(String problem) {
    BatchLine line = new BatchLine();
    line.problem = problem;
    return line;
  }

  /** Gives the id: what the object had, a number as it was written; or null. */
  @Nullable String id() {
    return id;
  }

  String text() {
    return text == null ? "" : text;
  }

  @Nullable String problem() {
    return problem;
  }

  private void read(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    if (first == JsonToken.VALUE_STRING) {
      text = json.getText();
    } else if (first == JsonToken.START_OBJECT) {
      readFields(json);
    } else {
      problem = EXPECTED;
      return;
    }
    if (json.nextToken() != null) {
      problem = "something follows the JSON value";
    }
  }

  private void readFields(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("id")) {
        readId(json, value);
      } else if (field.equals("text") && value == JsonToken.VALUE_STRING) {
        text = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }

  private void readId(JsonParser json, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
      id = json.getText();
    } else if (value != JsonToken.VALUE_NULL) {
      problem = "'id' must be a string or a number";
      json.skipChildren();
    }
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
