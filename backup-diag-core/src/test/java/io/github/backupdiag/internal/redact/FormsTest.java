package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what is known by its form alone begins and ends. */
class FormsTest {

  private static final String HASH = "f686aace6942fb7f7ceb231212eef4a4";
  private static final String GUID = "0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b42";
  private static final String GROUPS = "104729-350377-611953-746773-889967-982451-179424-326851";

  private static String redacted(String text) {
    return new Redactor().redact(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x" + HASH + "_0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b4z",
        "g686aace6942fb7f7ceb231212eef4a4_" + GUID,
        "file_" + GUID,
        HASH + "_" + GUID + "7",
        HASH + "_0b5c1a3e-7d2f-4c8a-b6e1_9f0d3c5a7b42",
        "1" + GROUPS,
        GROUPS + "1",
        GROUPS + "-104729",
        "104729-350377-611953-746773-889967-982451-179424-32685x",
        "104729-350377-611953-746773-889967-982451-179424 326851"
      })
  void whatIsNearlySuchAFormStays(String text) {
    assertThat(redacted(text)).isSameAs(text);
  }

  @Test
  void theFormMayBeginAndEndTheText() {
    assertThat(redacted(HASH + "_" + GUID)).isEqualTo(HASH + "_[redacted:key:1]");
    assertThat(redacted(GROUPS)).isEqualTo("[redacted:password:1]");
  }

  @ParameterizedTest
  @CsvSource({"119, false", "120, true", "400, true"})
  void aLongSequenceInDerIsACertificateOrKey(int length, boolean hidden) {
    String blob = "MIIC" + Fakes.letters(81, length - 4);

    assertThat(redacted("a " + blob + " b"))
        .isEqualTo(hidden ? "a [redacted:pem:1] b" : "a " + blob + " b");
    assertThat(redacted("MIAC" + blob.substring(4))).doesNotContain("[redacted:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "=="})
  void thePaddingOfABlobGoesWithIt(String padding) {
    assertThat(redacted("a MIIC" + Fakes.letters(82, 200) + padding + "; b"))
        .isEqualTo("a [redacted:pem:1]; b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy"})
  void aTextInBase64GoesWithItsPadding(String more) {
    String blob =
        Fakes.encodedText("user=me\r\n\tpassword=" + Fakes.password(83) + " host=h" + more);

    assertThat(redacted("a " + blob + " b")).isEqualTo("a [redacted:settings:1] b");
  }

  @Test
  void aTextInBase64ThatWasCutGoes() {
    String blob = Fakes.encodedText("user=me password=" + Fakes.password(84) + " and more of it");

    for (int cut = blob.length() - 8; cut < blob.length(); cut++) {
      assertThat(redacted("a " + blob.substring(0, cut) + " b"))
          .isEqualTo("a [redacted:settings:1] b");
    }
  }

  @Test
  void base64WithoutASecretStays() {
    String text = Fakes.encodedText("user=me host=somewhere and nothing else of interest in it");
    String binary = "/wD+" + Fakes.encodedText("password=" + Fakes.password(85) + " host=hhhhhhh");

    assertThat(redacted("a " + text)).isEqualTo("a " + text);
    assertThat(redacted("a " + binary)).isEqualTo("a " + binary);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"userData\":\"abcdefg\"}', false",
    "'{\"userData\":\"abcdefgh\"}', true",
    "'{\"userData\":\"abcdefg=\"}', true",
    "'{\"userData\":\"abcd efgh\"}', false",
    "'containerId: 0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b42', true",
    "'containerId: 0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b4', false",
    "'containerId: web-0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b42', false"
  })
  void aNameThatOthersUseTooNeedsTheForm(String text, boolean hidden) {
    assertThat(redacted(text).contains("[redacted:")).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvSource({"76, 75", "80, 79"})
  void aLineThatEndsInASpaceOrGoesOnWithOneWasNotBrokenInAWord(int column, int shorter) {
    String password = "password=" + Fakes.password(86);
    String line = "x".repeat(column - password.length() - 1) + " " + password;
    String hidden = "x".repeat(column - password.length() - 1) + " password=[redacted:password:1]";

    assertThat(redacted(line + "\n next")).isEqualTo(hidden + "\n next");
    assertThat(redacted(line.substring(1) + " \nnext")).isEqualTo(hidden.substring(1) + " \nnext");
    assertThat(redacted(line.substring(1) + "\nnext")).isEqualTo(hidden.substring(1) + "\nnext");
  }

  @Test
  void twoQuotedWordsOnTwoLinesAreTwo() {
    String value = "\"password\": \"" + Fakes.password(87) + "\"";
    String line = " ".repeat(76 - value.length()) + value;

    assertThat(redacted(line + "\n\"next\": 1")).endsWith("\"[redacted:password:1]\"\n\"next\": 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sv=1&se=2030&sig=9",
        "?sv=1&se=2030&sig=",
        "a.sv=1&b.se=2",
        "https://example.com/?sv=1&se=2&sp=r",
        "https://x.blob.core.windows.net/c and then sv=1&se=2"
      })
  void parametersWithoutASignatureStay(String text) {
    assertThat(redacted(text)).isSameAs(text);
  }
}
