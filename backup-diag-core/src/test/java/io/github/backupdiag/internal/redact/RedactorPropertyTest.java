package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorPropertyTest {

  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\\",
          "\\\"",
          "\\\\",
          "&",
          "&amp;",
          "&quot;",
          "%22",
          "%5C",
          "%3D",
          "%26",
          "=",
          ":",
          " ",
          "\n",
          "<",
          ">",
          "/",
          "{",
          "}",
          "[",
          "]",
          ",",
          ";",
          "-",
          "--",
          ".",
          "sig",
          "skoid",
          "password",
          "AccountKey",
          "access_token",
          "Bearer ",
          "Authorization",
          "protectedSettings",
          "eyJ",
          "==",
          "[redacted:sas:1]",
          "[redacted:",
          "-----BEGIN A-----",
          "-----END A-----",
          "://",
          "@",
          "name",
          "value",
          "abcdefghij",
          "\\u0026",
          "\\n",
          "\uE000",
          "\uD800",
          "<password>",
          "</password>",
          "(",
          ")");

  @Provide
  Arbitrary<String> soups() {
    Arbitrary<String> key = Arbitraries.longs().between(0, 99).map(Fakes::storageKey);
    Arbitrary<String> token = Arbitraries.longs().between(0, 99).map(Fakes::webToken);
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, Arbitraries.of(PIECES)),
            net.jqwik.api.Tuple.of(1, key),
            net.jqwik.api.Tuple.of(1, token),
            net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(5)));
    return piece.list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> introductions() {
    return Arbitraries.of(
        "?sig=",
        "\"sig\":\"",
        "AccountKey=",
        "\"password\": \"",
        "\\\"password\\\":\\\"",
        "Bearer ",
        "access_token=",
        "<Password>",
        "\"protectedSettings\":\"",
        "\"protectedSettings\":{\"a\":\"",
        "%26sig%3D",
        "&amp;sig=",
        "--admin-password ",
        "-----BEGIN PRIVATE KEY-----\n",
        "eyJhbGciOiJ.x");
  }

  @Property(tries = 1000)
  void redactingTwiceChangesNothing(@ForAll("soups") String text) {
    Redactor redactor = new Redactor();
    String once = redactor.redact(text);

    assertThat(redactor.redact(once)).isEqualTo(once);
    assertThat(new Redactor().redact(once)).isEqualTo(once);
  }

  @Property(tries = 1000)
  void theSameTextsGiveTheSameResult(@ForAll("soups") String one, @ForAll("soups") String two) {
    assertThat(both(one, two)).isEqualTo(both(one, two));
  }

  @Property(tries = 1000)
  void theFastPathMissesNoEscaping(
      @ForAll("introductions") String introduction,
      @ForAll Escaping outer,
      @ForAll Escaping inner) {
    String text = outer.apply(inner.apply("x " + introduction + Fakes.letters(79, 20)));

    assertThat(new Redactor().redact(text)).isEqualTo(new Redactor().hide(text));
  }

  private static String both(String one, String two) {
    Redactor redactor = new Redactor();
    return redactor.redact(one) + redactor.redact(two);
  }

  @Property(tries = 1000)
  void aCanaryDoesNotSurviveAnySurroundings(
      @ForAll("soups") String before,
      @ForAll("introductions") String introduction,
      @ForAll("soups") String after) {
    String canary = "Canary7" + Fakes.letters(77, 20);

    String redacted = new Redactor().redact(before + " " + introduction + canary + after);

    assertThat(redacted).doesNotContain(canary);
  }

  @Property(tries = 1000)
  void aCanaryDoesNotSurviveAnyEscaping(
      @ForAll("introductions") String introduction,
      @ForAll Escaping outer,
      @ForAll Escaping inner) {
    String canary = "Canary7" + Fakes.letters(78, 20);

    String redacted = new Redactor().redact(outer.apply(inner.apply("x " + introduction + canary)));

    assertThat(redacted).doesNotContain(canary);
  }

  @Property(tries = 1000)
  void theFastPathMissesNothing(@ForAll("soups") String text) {
    assertThat(new Redactor().redact(text)).isEqualTo(new Redactor().hide(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(Arbitraries.strings(), soups()).as(String::concat);
  }

  @Property
  void anyTextIsAnswered(@ForAll("texts") String text) {
    assertThat(new Redactor().redact(text)).isNotNull();
  }
}
