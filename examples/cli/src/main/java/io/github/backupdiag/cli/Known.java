package io.github.backupdiag.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Entries of one topic, each with the cells of a table and the fields of a JSON object. */
final class Known {

  private record Row(List<String> cells, Map<String, Object> fields) {}

  private static final String SCHEMA_VERSION = "1.0";

  private final String topic;
  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  Known(String topic, String... headings) {
    this.topic = topic;
    this.headings = List.of(headings);
  }

  /** Adds an entry; the values of its fields are texts, numbers, truth values, lists, objects. */
  void add(Map<String, Object> fields, String... cells) {
    rows.add(new Row(List.of(cells), fields));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  String text(int columns) {
    if (isEmpty()) {
      return "";
    }
    Table table = new Table(columns);
    table.row(headings);
    rows.forEach(row -> table.row(row.cells()));
    return table.toString();
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("schemaVersion", SCHEMA_VERSION);
      json.writeFieldName(topic);
      write(rows.stream().map(Row::fields).toList(), json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (var field : object.entrySet()) {
        json.writeFieldName((String) field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> array) {
      json.writeStartArray();
      for (Object item : array) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
