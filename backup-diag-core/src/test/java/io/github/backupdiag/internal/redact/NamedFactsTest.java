package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a recording a secret may stand alone in its field, with only the name of it to tell. */
class NamedFactsTest {

  private static final String PWD = Fakes.password(61);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"adminPassword\": \"#\"}",
        "{\"protectedSettings\": {\"a\": [\"#\"]}}",
        "{\"arguments\": [\"--password\", \"#\"]}",
        "{\"name\": \"Password\", \"value\": \"#\"}",
        "{\"key\": \"HKLM/x/DefaultPassword\", \"value\": \"#\"}",
        "{\"deep\": [{\"client_secret\": \"#\"}]}",
        "{\"AccountKey\": \"short #\"}",
        "\"password=#\""
      })
  void itIsHidden(String value) throws IOException {
    assertThat(redacted("acme.any", value.replace("#", PWD)))
        .doesNotContain(PWD)
        .contains("[redacted:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"password\": 73519042}", "{\"pin\": {\"passcode\": 73519042}}"})
  void aNumberIsHiddenToo(String value) throws IOException {
    assertThat(redacted("acme.any", value)).doesNotContain("73519042").contains("[redacted:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"disablePassword\": true, \"password\": null}",
        "{\"name\": \"Path\", \"value\": \"abc\"}",
        "{\"arguments\": [\"--path\", \"abc\", \"password\"]}",
        "{\"sig\": \"9\"}",
        "{\"userData\": \"no base64\"}"
      })
  void whatIsNoneStays(String value) throws IOException {
    assertThat(redacted("acme.any", value)).doesNotContain("[redacted:");
  }

  private static String redacted(String id, String value) throws IOException {
    String recording =
        "{\"schemaVersion\": \"1.0\", \"facts\": {\""
            + id
            + "\": {\"state\": \"observed\", \"version\": 1, \"value\": "
            + value
            + ", \"source\": \"s\"}}}";
    FactSet facts =
        FactSetJson.read(
            new ByteArrayInputStream(recording.getBytes(StandardCharsets.UTF_8)), "test");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts.withNamedTexts(new Redactor()::redact), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
