package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.backupdiag.BackupDiagnosis;

/** A schema that is published; whoever reads JSON in a test reads it through them. */
record Schema(JsonSchema schema) {

  static final Schema REPORT = published("report-1.json");
  static final Schema FACTS = published("facts-1.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Schema published(String file) {
    return new Schema(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                BackupDiagnosis.class.getResourceAsStream("/io/github/backupdiag/schema/" + file)));
  }

  /** Reads a text and fails if it does not keep to the schema. */
  JsonNode read(String text) {
    JsonNode tree = tree(text);
    assertThat(schema.validate(tree)).extracting(ValidationMessage::toString).isEmpty();
    return tree;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
