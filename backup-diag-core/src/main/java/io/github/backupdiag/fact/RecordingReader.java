package io.github.backupdiag.fact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.backupdiag.internal.redact.Redaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a recording; what it refuses it names with its line. */
final class RecordingReader {

  private static final int LONGEST_MESSAGE = 300;

  private final JsonParser parser;
  private final String name;
  private final Map<String, Object> unknownFields = new LinkedHashMap<>();
  private @Nullable SortedMap<String, FactSet.Entry> facts;
  private boolean versioned;

  RecordingReader(JsonParser parser, String name) {
    this.parser = parser;
    this.name = name;
  }

  FactSet read() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refuse(line(), "not a recording of facts; expected an object with 'facts'");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      topLevel(field);
    }
    SortedMap<String, FactSet.Entry> read = facts;
    if (read == null) {
      throw refuse(1, "not a recording of facts; expected an object with 'facts'");
    }
    if (!versioned) {
      throw refuse(1, "schemaVersion is missing; expected " + FactSetJson.SCHEMA_VERSION);
    }
    if (parser.nextToken() != null) {
      throw refuse(line(), "something follows the recording; expected one JSON object");
    }
    return new FactSet(read, unknownFields);
  }

  private void topLevel(String field) throws IOException {
    switch (field) {
      case "schemaVersion" -> checkVersion();
      case "facts" -> facts = entries();
      default -> unknownFields.put(field, value());
    }
  }

  private void checkVersion() throws IOException {
    int line = line();
    Object version = value();
    if (!(version instanceof String text) || !text.startsWith("1.")) {
      throw refuse(
          line,
          "schemaVersion " + version + " is not supported; expected " + FactSetJson.SCHEMA_VERSION);
    }
    versioned = true;
  }

  private SortedMap<String, FactSet.Entry> entries() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw refuse(line(), "not a recording of facts; 'facts' must be an object");
    }
    SortedMap<String, FactSet.Entry> entries = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String id = parser.currentName();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refuse(line(), "fact '" + id + "' must be an object");
      }
      entries.put(id, new FactSet.Recorded(object()));
    }
    return entries;
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> wholeNumber();
      case VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private Object wholeNumber() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Object) parser.getLongValue();
  }

  /** A number that a double would write in other words stays as it was written. */
  private Object number() throws IOException {
    double number = parser.getDoubleValue();
    return Double.toString(number).equals(parser.getText())
        ? number
        : (Object) parser.getDecimalValue();
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      object.put(field, value());
    }
    return object;
  }

  private List<Object> array() throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value());
    }
    return array;
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private IOException refuse(int line, String what) {
    return refusal(name, line, what);
  }

  /** Makes the one line that says where a recording is broken, whatever the recording holds. */
  static IOException refusal(String name, int line, String what) {
    String oneLine = Redaction.ofLine(what).replaceAll("\\p{Cntrl}", " ");
    return new IOException(
        name
            + ":"
            + line
            + ": "
            + (oneLine.length() > LONGEST_MESSAGE
                ? oneLine.substring(0, LONGEST_MESSAGE) + " …"
                : oneLine));
  }
}
