package io.github.backupdiag.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.scan.ScanListener;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes each hit as one line of JSON, and complains of logs that could not be read. */
final class HitLines implements ScanListener {

  private final JsonFactory json = new JsonFactory();
  private final Map<String, String> severities;
  private final Surroundings around;
  private boolean complained;
  private volatile @Nullable RefusedException refused;

  HitLines(Catalog catalog, Surroundings around) {
    this.severities =
        catalog.signatures().stream()
            .collect(Collectors.toMap(LogSignature::id, LogSignature::severity, (a, b) -> a));
    this.around = around;
  }

  @Override
  public void hit(LogEvent event) {
    if (isEnough()) {
      return;
    }
    try {
      around.out().write(line(event));
    } catch (RefusedException e) {
      refused = e;
    }
  }

  private String line(LogEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = json.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("id", event.signature());
      out.writeStringField("file", event.file());
      out.writeNumberField("line", event.line());
      out.writeStringField("time", event.time() == null ? null : event.time().toString());
      out.writeStringField("text", event.text());
      out.writeObjectFieldStart("values");
      for (Map.Entry<String, String> value : event.values().entrySet()) {
        out.writeStringField(value.getKey(), value.getValue());
      }
      out.writeEndObject();
      out.writeStringField("severity", severities.get(event.signature()));
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory failed", e);
    }
    return line.append('\n').toString();
  }

  @Override
  public void unreadable(String log, IOException damage) {
    complained = true;
    String why = Inputs.why(damage);
    around.say(
        damage instanceof FileSystemException
            ? log + ": " + why
            : log + ": damaged: " + why + "; what could be read was scanned");
  }

  /** Tells whether more hits would be in vain. */
  boolean isEnough() {
    return refused != null || around.out().isClosed() || around.cancellation().isCancelled();
  }

  int status(boolean ended) throws RefusedException {
    if (refused != null) {
      throw refused;
    }
    boolean cut = !ended && !around.out().isClosed();
    if (cut) {
      around.say("the scan was stopped before its end");
    }
    return complained || cut ? ExitStatus.REFUSED : ExitStatus.OK;
  }
}
