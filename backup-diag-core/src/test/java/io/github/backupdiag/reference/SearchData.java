package io.github.backupdiag.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the search looks through, as a script: from a folder no page may load data. One entry a
 * line: kind, page, the name to show, names to find it by, titles, messages and further texts, each
 * text behind the tag of its language.
 */
final class SearchData {

  private final Knowledge knowledge;
  private final List<Words> languages;
  private final JsonGenerator json;

  private SearchData(Knowledge knowledge, List<Words> languages, JsonGenerator json) {
    this.knowledge = knowledge;
    this.languages = languages;
    this.json = json;
  }

  static String write(Knowledge knowledge, List<Words> languages) {
    StringWriter out = new StringWriter();
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    out.write("window.referenceData = ");
    try (JsonGenerator json = factory.createGenerator(out)) {
      new SearchData(knowledge, languages, json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append(";\n").toString().replace("<", "\\u003c");
  }

  private void write() throws IOException {
    json.writeStartArray();
    for (ErrorCode code : knowledge.codes()) {
      code(code);
    }
    for (Cause cause : knowledge.causes()) {
      cause(cause);
    }
    for (Remediation remedy : knowledge.remediations()) {
      String id = RemedyPart.titleId(remedy);
      begin("remedy", Links.REMEDIES + "#" + Links.safe(remedy.id()), "", List.of(remedy.id()));
      texts("titles", inAllLanguages(id));
      json.writeEndObject();
    }
    for (NumericError error : knowledge.errors()) {
      number(error);
    }
    for (Check one : knowledge.checks()) {
      String check = one.id();
      begin("check", Links.CHECKS + "#" + Links.safe(check), check, List.of(check));
      texts("titles", inAllLanguages("check." + check + ".title"));
      json.writeEndObject();
    }
    json.writeRaw('\n');
    json.writeEndArray();
  }

  private void number(NumericError error) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of(error.value()));
    names.addAll(error.decimals());
    if (error.symbol() != null) {
      names.add(error.symbol());
    }
    String name = error.symbol() == null ? error.value() : error.value() + " " + error.symbol();
    begin("number", Links.NUMBERS + "#" + Links.safe(error.id()), name, names);
    texts("titles", inAllLanguages("error." + error.id() + ".meaning"));
    json.writeEndObject();
  }

  private void code(ErrorCode code) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of(code.code()));
    names.addAll(code.aliases());
    names.addAll(code.numbers());
    names.addAll(code.damagedForms());
    begin(
        code.synthetic() ? "synthetic" : "code",
        Links.code(code.code()),
        code.synthetic() ? "" : code.code(),
        names);
    texts("titles", inAllLanguages("code." + code.code() + ".title"));
    List<String[]> messages = new ArrayList<>();
    for (PortalMessage message : knowledge.messagesOf(code)) {
      messages.add(new String[] {message.language(), message.text()});
    }
    texts("messages", messages);
    texts("more", inAllLanguages("code." + code.code() + ".meaning"));
    json.writeEndObject();
  }

  private void cause(Cause cause) throws IOException {
    begin("cause", Links.cause(cause.id()), "", List.of(cause.id()));
    texts("titles", inAllLanguages("cause." + cause.id() + ".title"));
    texts("more", inAllLanguages("cause." + cause.id() + ".summary"));
    json.writeEndObject();
  }

  private void begin(String kind, String page, String name, Collection<String> names)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("page", page);
    json.writeStringField("name", name);
    json.writeArrayFieldStart("names");
    for (String one : names) {
      json.writeString(one);
    }
    json.writeEndArray();
  }

  private void texts(String field, List<String[]> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String[] text : texts) {
      json.writeStartArray();
      json.writeString(text[0]);
      json.writeString(text[1]);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Gives a text in each language that has it, English first. */
  private List<String[]> inAllLanguages(String id) {
    List<String[]> texts = new ArrayList<>();
    for (Words words : languages) {
      Said said = words.text(id);
      if (words.has(id) && said.language().isEmpty()) {
        texts.add(new String[] {words.language(), said.text()});
      }
    }
    return texts;
  }
}
