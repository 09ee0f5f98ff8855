package io.github.backupdiag.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** A published schema. */
record Schema(JsonSchema schema) {

  static final Schema REPORT = published("report-1.json");
  static final Schema TEXTS = published("texts-1.json");
  static final Schema FACTS = published("facts-1.json");

  private static Schema published(String file) {
    return new Schema(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Schema.class.getResourceAsStream("/io/github/backupdiag/schema/" + file)));
  }

  List<String> errors(String json) {
    return schema.validate(tree(json)).stream().map(ValidationMessage::toString).toList();
  }

  static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}
