package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A report as a program reads it. */
record JsonReport(JsonNode tree) {

  /** Reads a report; it must keep to the published schema. */
  static JsonReport of(Run run) {
    return of(run.out());
  }

  static JsonReport of(String text) {
    return new JsonReport(Schema.REPORT.read(text));
  }

  List<String> confirmed() {
    return causes("confirmed").stream().map(cause -> cause.get("id").asText()).toList();
  }

  /** Gives the causes in a state, in their rank. */
  List<JsonNode> causes(String state) {
    return elements("causes").stream()
        .filter(cause -> cause.get("state").asText().equals(state))
        .toList();
  }

  /** Gives the cause that stands first and is the only confirmed one; fails if there is none. */
  JsonNode onlyConfirmed() {
    assertThat(confirmed()).hasSize(1);
    JsonNode first = elements("causes").get(0);
    assertThat(first.get("state").asText()).isEqualTo("confirmed");
    return first;
  }

  List<JsonNode> elements(String list) {
    return StreamSupport.stream(tree.get(list).spliterator(), false).toList();
  }
}
