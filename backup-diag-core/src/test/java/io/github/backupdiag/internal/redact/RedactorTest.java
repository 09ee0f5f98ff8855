package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = new Redactor();
  private final String one = Fakes.password(11);
  private final String two = Fakes.password(12);

  @Test
  void numbersFollowTheOrderOfTheTextWhateverTheKind() {
    String text = "password=" + one + " sig=" + Fakes.signature(1) + " pwd=" + two;

    assertThat(redactor.redact(text))
        .isEqualTo("password=[redacted:password:1] sig=[redacted:sas:2] pwd=[redacted:password:3]");
  }

  @Test
  void equalSecretsShareATokenAcrossTexts() {
    assertThat(redactor.redact("password=" + one)).isEqualTo("password=[redacted:password:1]");
    assertThat(redactor.redact("password=" + two)).isEqualTo("password=[redacted:password:2]");
    assertThat(redactor.redact("{\"pwd\":\"" + one + "\"}"))
        .isEqualTo("{\"pwd\":\"[redacted:password:1]\"}");
  }

  @Test
  void equalSecretsShareATokenWhateverTheirEscapes() {
    String signature = "ab/+".repeat(10) + "abc=";
    String percent = signature.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D");

    assertThat(redactor.redact("?sig=" + signature + " ?sig=" + percent))
        .isEqualTo("?sig=[redacted:sas:1] ?sig=[redacted:sas:1]");
  }

  @Test
  void aTokenOfAnEarlierRedactionStaysAndItsNumberIsNotGivenAgain() {
    assertThat(redactor.redact("sig=[redacted:sas:7] password=" + one))
        .isEqualTo("sig=[redacted:sas:7] password=[redacted:password:8]");
  }

  @Test
  void aSecretGluedToATokenGoes() {
    assertThat(redactor.redact("password=[redacted:password:1]" + one + " x"))
        .isEqualTo("password=[redacted:password:2] x");
  }

  @Test
  void aTextWithoutSecretsIsTheSameInstance() {
    String plain = new String("2030/01/02 INFO ExtHandler Snapshot taken, 3 disks");
    String suspicious = new String("the token was accepted, password expired");

    assertThat(redactor.redact(plain)).isSameAs(plain);
    assertThat(redactor.redact(suspicious)).isSameAs(suspicious);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "CERTIFICATE", "PKCS7"})
  void aPemBlockGoesUpToItsEndLine(String label) {
    String pem = Fakes.pem(5, label);
    for (Escaping escaping : Escaping.values()) {
      String text = escaping.apply("before\n" + pem + "\nafter");

      assertThat(new Redactor().redact(text))
          .isEqualTo(escaping.apply("before\n[redacted:pem:1]\nafter"));
    }
  }

  @Test
  void anUnclosedPemBlockHidesTheRest() {
    String pem = Fakes.pem(5, "PRIVATE KEY");

    assertThat(redactor.redact("before\n" + pem.substring(0, 150)))
        .isEqualTo("before\n[redacted:pem:1]");
  }

  @Test
  void anEndLineAloneTakesTheBase64BeforeIt() {
    String pem = Fakes.pem(5, "PRIVATE KEY");
    String tail = pem.substring(60);

    assertThat(redactor.redact(tail))
        .isEqualTo("[redacted:pem:1]" + pem.substring(pem.indexOf("-----END")));
  }

  @Test
  void anObjectLeavesValidJson() {
    assertThat(redactor.redact("{\"protectedSettings\": {\"a\": {\"b\": [1]}}, \"x\": {}}"))
        .isEqualTo("{\"protectedSettings\": \"[redacted:settings:1]\", \"x\": {}}");
    assertThat(redactor.redact("{\\\"adminPassword\\\": 1234567, \\\"x\\\": 1}"))
        .isEqualTo("{\\\"adminPassword\\\": \\\"[redacted:password:2]\\\", \\\"x\\\": 1}");
  }

  @Test
  void unclosedSettingsHideTheRest() {
    assertThat(redactor.redact("a {\"protectedSettings\": {\"a\": \"b}\", \"c\": {}"))
        .isEqualTo("a {\"protectedSettings\": \"[redacted:settings:1]\"");
  }

  @Test
  void anEscapedElementEndsWithTheElementAroundIt() {
    assertThat(redactor.redact("<log>&lt;Password&gt;" + one + "</log><next/>"))
        .isEqualTo("<log>&lt;Password&gt;[redacted:password:1]</log><next/>");
  }

  @Test
  void unquotedSettingsGoUpToTheEndOfTheLine() {
    assertThat(redactor.redact("protectedSettings=" + one + " " + two + "\nnext"))
        .isEqualTo("protectedSettings=[redacted:settings:1]\nnext");
  }

  @Test
  void aSignatureWhosePlusBecameASpaceGoesWhole() {
    String signature = "Ab1 ".repeat(10) + "xyz=";

    assertThat(redactor.redact("sig=" + signature + " ok")).isEqualTo("sig=[redacted:sas:1] ok");
  }

  @Test
  void aPasswordMayHoldSeparators() {
    assertThat(redactor.redact("password=a,b&c;d|e<f'g host=h"))
        .isEqualTo("password=[redacted:password:1] host=h");
    assertThat(redactor.redact("q?password=a%26b%20c&x=1"))
        .isEqualTo("q?password=[redacted:password:2]&x=1");
    assertThat(redactor.redact("-Password 'it''s' -Name x"))
        .isEqualTo("-Password '[redacted:password:3]' -Name x");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "\\",
        "%25",
        "&amp;",
        "password=",
        "<password> ",
        "<password>",
        "\"sig\":",
        "sig=",
        "eyJ",
        "eyJabcdefgh.",
        "-----BEGIN A-----",
        "-----END A-----\n",
        "-----",
        "{",
        "protectedSettings:{",
        "\"password\":[",
        "A",
        "==",
        "://:@",
        "bearer ",
        "--password ",
        ";a",
        "password=;a",
        "'",
        "\"",
        "password='''",
        "[redacted:",
        "[redacted:sas:1]",
        "password=)",
        "name:'password'",
        " ",
        "= ",
        "\"a\" :   ",
        "<password x",
        "\\\"password\\\":\\\"",
        "AB==\n",
        "a_-.",
        "\\u0026sig=");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileMegabyteIsLinear(String piece) {
    String text = "key " + piece.repeat(1_000_000 / piece.length());

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> redactor.redact(text));
  }
}
