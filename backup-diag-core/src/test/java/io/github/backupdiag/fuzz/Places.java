package io.github.backupdiag.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether what a reader tells of the places of its facts can be true of its input. */
public final class Places {

  private static final JsonFactory JSON = new JsonFactory();

  private Places() {}

  /** Each line lies in the text, no excerpt is long, and the facts come through a recording. */
  public static void check(FactSet facts, String text) {
    try {
      byte[] recorded = recorded(facts);
      int lines = lines(text);
      try (JsonParser json = JSON.createParser(recorded)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.VALUE_NUMBER_INT && "line".equals(json.currentName())) {
            assertThat(json.getLongValue()).isBetween(0L, (long) lines);
          } else if (token == JsonToken.VALUE_STRING && "text".equals(json.currentName())) {
            assertThat(json.getText().length()).isLessThanOrEqualTo(2001);
          }
        }
      }
      FactSet again = FactSetJson.read(new ByteArrayInputStream(recorded), "recording");
      assertThat(recorded(again)).isEqualTo(recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same values in a second reading, whose lines lie in the text; none is long. */
  public static void check(Supplier<?> reader, String text) {
    Object value = reader.get();
    look(value, text.length(), lines(text));
    assertThat(String.valueOf(reader.get())).isEqualTo(String.valueOf(value));
  }

  private static void look(@Nullable Object value, int length, int lines) {
    if (value instanceof Collection<?> many) {
      many.forEach(one -> look(one, length, lines));
    } else if (value instanceof Map<?, ?> many) {
      many.values().forEach(one -> look(one, length, lines));
    } else if (value instanceof String string) {
      // What a reader adds are words of its own, such as a path or a mark that it was cut.
      assertThat(string.length()).isLessThanOrEqualTo(length + 200);
    } else if (value instanceof Record) {
      parts(value, length, lines);
    }
  }

  private static void parts(Object record, int length, int lines) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Object part = component.getAccessor().invoke(record);
        if (part instanceof Number number && component.getName().equals("line")) {
          assertThat(number.longValue()).as(record.toString()).isBetween(0L, (long) lines);
        }
        look(part, length, lines);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Gives the number of lines, whichever way they end. */
  public static int lines(String text) {
    return List.of(text.split("\r\n|\n|\r", -1)).size();
  }

  /** Gives the facts as they are recorded. */
  public static byte[] recorded(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return out.toByteArray();
  }
}
