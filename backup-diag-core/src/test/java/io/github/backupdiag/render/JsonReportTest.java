package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.report.Report;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("class-path")
class JsonReportTest {

  @Test
  void aReportWithEverythingKeepsToTheSchema() {
    assertThat(Schema.REPORT.errors(Samples.everything().as(Renderers.json()))).isEmpty();
  }

  @Test
  void anEmptyReportKeepsToTheSchemaAndHasAllArrays() {
    String json = SampleReport.healthCheck().as(Renderers.json());

    assertThat(Schema.REPORT.errors(json)).isEmpty();
    assertThat(json)
        .contains("\"causes\": []", "\"matches\": []", "\"problems\": []", "\"facts\": []");
  }

  @Test
  void theSchemaRefusesAReportWithoutCauses() {
    String json = SampleReport.healthCheck().as(Renderers.json());

    assertThat(Schema.REPORT.errors(json.replace("\"causes\": []", "\"reasons\": []")))
        .isNotEmpty();
  }

  @Test
  void aReportIsIndentedByTwoBlanksAndEndsItsLine() {
    assertThat(SampleReport.healthCheck().as(Renderers.json()))
        .startsWith("{\n  \"schemaVersion\": \"1.0\",\n  \"status\": \"COMPLETE\",\n")
        .endsWith("}\n");
  }

  @Test
  void aReportForJsonLinesTakesOneLineAndCarriesItsId() {
    String line = Samples.everything().as(Renderers.compactJson("job 7\n"));

    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    assertThat(Schema.tree(line).get("id").asText()).isEqualTo("job 7\n");
    assertThat(Schema.REPORT.errors(line)).isEmpty();
  }

  @Test
  void withoutAnIdThereIsNoIdField() {
    assertThat(Schema.tree(Samples.everything().as(Renderers.compactJson())).has("id")).isFalse();
  }

  @Test
  void theTextOfAStepHoldsItsCommandSoThatNothingIsLost() {
    JsonNode step = everything().at("/causes/0/steps/1");

    assertThat(step.get("text").asText()).isEqualTo("Thaw it: " + step.get("command").asText());
    assertThat(step.get("risk").asText()).isEqualTo("service-restart");
  }

  @Test
  void aStepWithoutACommandHasNoCommandField() {
    JsonNode step = everything().at("/causes/0/steps/2");

    assertThat(step.has("command")).isFalse();
    assertThat(step.get("verify").isNull()).isTrue();
  }

  @Test
  void aConsequenceNamesItsRootAndARootDoesNot() {
    assertThat(everything().at("/causes/2/explainedBy").asText())
        .isEqualTo("extensions-disabled-in-agent-config");
    assertThat(everything().at("/causes/1").has("explainedBy")).isFalse();
  }

  @Test
  void valuesOfOtherToolsAreLowerCase() {
    assertThat(everything().at("/matches/1/matchedBy").asText()).isEqualTo("message");
    assertThat(everything().at("/matches/1/source").asText()).isEqualTo("seen");
    assertThat(everything().at("/causes/0/evidence/0/stance").asText()).isEqualTo("for");
    assertThat(everything().at("/causes/3/confidence").asText()).isEqualTo("likely");
  }

  @Test
  void evidenceWithoutAPlaceHasNullFields() {
    JsonNode evidence = everything().at("/causes/2/evidence/0");

    assertThat(evidence.get("file").isNull()).isTrue();
    assertThat(evidence.get("line").isNull()).isTrue();
    assertThat(evidence.get("time").isNull()).isTrue();
  }

  @Test
  void anExcerptIsKeptToTheLetter() {
    String excerpt = "\u001b[31m\u202e</pre>\t\r\n```\u2028\ud83d\ude00";
    String json = SampleReport.forError().causes(cause(excerpt)).as(Renderers.json());

    assertThat(Schema.tree(json).at("/causes/0/evidence/0/excerpt").asText()).isEqualTo(excerpt);
    assertThat(json).doesNotContain("\u001b", "\u202e", "\u2028");
  }

  @Test
  void halfAPairOfSurrogatesBecomesTheReplacementCharacter() {
    String json = SampleReport.forError().causes(cause("a\ud83db")).as(Renderers.json());

    assertThat(Schema.tree(json).at("/causes/0/evidence/0/excerpt").asText()).isEqualTo("a\ufffdb");
  }

  @Test
  void theLanguageIsTheOneOfTheTexts() {
    assertThat(Schema.tree(Samples.everything().as(Renderers.json(), Locale.KOREA)).get("language"))
        .hasToString("\"ko\"");
  }

  @Test
  void aFactWithoutALabelIsCalledByItsId() {
    assertThat(everything().at("/coverage/facts/0/label").asText()).isEqualTo("guest.agent-config");
    assertThat(everything().at("/coverage/facts/2/label").asText())
        .isEqualTo("power state of the VM");
  }

  @Test
  void cancelledIsAStatus() {
    String json = SampleReport.forError().status(Report.Status.CANCELLED).as(Renderers.json());

    assertThat(Schema.tree(json).get("status").asText()).isEqualTo("CANCELLED");
    assertThat(Schema.REPORT.errors(json)).isEmpty();
  }

  private static SampleCause cause(String excerpt) {
    return SampleCause.confirmed("some-cause").evidence("A sentence.", excerpt);
  }

  private static JsonNode everything() {
    return Schema.tree(Samples.everything().as(Renderers.json()));
  }
}
