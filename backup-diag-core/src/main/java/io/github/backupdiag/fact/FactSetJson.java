package io.github.backupdiag.fact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.backupdiag.internal.redact.LastLook;
import io.github.backupdiag.internal.redact.Redaction;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Saves facts as JSON and loads them again (schema {@code schema/facts-1.json}).
 *
 * <p>Facts and fields that this version does not know are kept and written back. Limits when
 * reading: 64 MiB, nesting 100, one text 8 MiB. Stateless and thread-safe.
 */
public final class FactSetJson {

  /** Version written into every recording; a reader accepts every {@code 1.x}. */
  public static final String SCHEMA_VERSION = "1.0";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(8 << 20)
                  .maxDocumentLength(64L << 20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private FactSetJson() {}

  /**
   * Reads a recording.
   *
   * @param in UTF-8 JSON; read to its end, not closed
   * @param name how to call the source in messages, such as a file name
   * @return the facts
   * @throws IOException if reading fails or the text is not a recording; one line that names the
   *     source, the line and what was expected
   */
  public static FactSet read(InputStream in, String name) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return new RecordingReader(parser, name).read();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw refusal(name, line, firstLine(e.getOriginalMessage()), e);
    } catch (CharConversionException e) {
      throw refusal(name, 1, firstLine(e.getMessage()), e);
    }
  }

  private static IOException refusal(String name, int line, String what, IOException cause) {
    IOException refusal = RecordingReader.refusal(name, line, "not readable as JSON: " + what);
    if (what.equals(Redaction.ofLine(what))) {
      refusal.initCause(cause);
    }
    return refusal;
  }

  /**
   * Writes a recording: keys in alphabetical order, so equal facts give equal bytes.
   *
   * @param facts what to write
   * @param out where to, UTF-8; flushed, not closed
   * @throws IOException if writing fails
   */
  public static void write(FactSet facts, OutputStream out) throws IOException {
    String recording = text(facts);
    String shown = LastLook.at(recording);
    if (!shown.equals(recording)) {
      LoggerFactory.getLogger(FactSetJson.class)
          .warn("a secret was hidden only when the recording was written; please report this");
    }
    out.write(shown.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String text(FactSet facts) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("schemaVersion", SCHEMA_VERSION);
      for (var field : facts.unknownFields().entrySet()) {
        json.writeFieldName(field.getKey());
        write(field.getValue(), json);
      }
      json.writeObjectFieldStart("facts");
      for (var fact : facts.entries().entrySet()) {
        json.writeFieldName(fact.getKey());
        write(RecordedFacts.encode(fact.getValue()), json);
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toString();
  }

  private static void write(@Nullable Object tree, JsonGenerator json) throws IOException {
    if (tree instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (var field : object.entrySet()) {
        json.writeFieldName((String) field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (tree instanceof List<?> array) {
      json.writeStartArray();
      for (Object item : array) {
        write(item, json);
      }
      json.writeEndArray();
    } else {
      writeScalar(tree, json);
    }
  }

  private static void writeScalar(@Nullable Object tree, JsonGenerator json) throws IOException {
    if (tree instanceof String text) {
      json.writeString(text);
    } else if (tree instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (tree instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (tree instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (tree instanceof Double number) {
      json.writeNumber(number);
    } else if (tree instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeNull();
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown error" : message.lines().findFirst().orElse("unknown error");
  }
}
