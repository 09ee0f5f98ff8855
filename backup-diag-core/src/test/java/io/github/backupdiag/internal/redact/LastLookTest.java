package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last look knows a secret when it sees one, without the redactor's help. */
class LastLookTest {

  private static final String SIG = Fakes.signature(51);

  static Stream<List<String>> leaks() {
    return Stream.of(
        List.of("a?sv=1&sig=#&x=1", SIG),
        List.of("a?sv=1&amp;sig=#", SIG),
        List.of("a\\u0026sig\\u003d#", SIG),
        List.of("a%26sig%3D#", SIG.replace("/", "%2F").replace("+", "%2B")),
        List.of("a%2526sig%253D#", SIG.replace("/", "%252F").replace("+", "%252B")),
        List.of("AccountKey=#;x", Fakes.storageKey(52)),
        List.of("SharedAccessKey\\=#;x", SIG),
        List.of("key1 # end", Fakes.storageKey(53)),
        List.of("<p># end</p>", Fakes.webToken(54)),
        List.of("Authorization: Bearer # end", SIG),
        List.of("<AdminPassword>#</AdminPassword>", Fakes.password(55)),
        List.of("&lt;Password&gt;#&lt;/Password&gt;", Fakes.password(56)),
        List.of("{\"protectedSettings\": \"#\"}", SIG),
        List.of("{\\\"protectedSettings\\\": \\\"#\\\"}", SIG),
        List.of(
            "-----BEGIN RSA PRIVATE " + "KEY-----\n#\n-----END RSA PRIVATE " + "KEY-----",
            Fakes.storageKey(57).substring(0, 64)));
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void aLeakIsHidden(List<String> leak) {
    String seen = LastLook.at("before " + leak.get(0).replace("#", leak.get(1)) + " after");

    assertThat(seen).startsWith("before ").contains("[redacted:late:1]");
    assertThat(Leaks.longest(seen, leak.get(1))).as(seen).isLessThan(5);
  }

  @Test
  void equalSecretsGetEqualTokens() {
    String other = Fakes.signature(58);

    assertThat(LastLook.at("sig=" + SIG + " sig=" + other + " sig=" + SIG))
        .isEqualTo("sig=[redacted:late:1] sig=[redacted:late:2] sig=[redacted:late:1]");
  }

  @Test
  void aValueThatWasLaidOutOverTwoLinesGoesWhole() {
    String token = Fakes.webToken(59);
    String seen =
        LastLook.at("Bearer " + token.substring(0, 60) + "\n    " + token.substring(60) + "\nend");

    assertThat(Leaks.longest(seen, token)).as(seen).isLessThan(5);
    assertThat(seen).endsWith("\nend");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sig=[redacted:sas:1] Bearer [redacted:token:2] AccountKey=[redacted:key:3]",
        "<Password>[redacted:password:1]</Password>",
        "\"protectedSettings\": \"[redacted:settings:1]\"",
        "the bearer token is missing; Bearer authentication-is-not-configured",
        "design=abcdefghijklmnopqrstuvwxyz0123456789 sig=9",
        "-----BEGIN CERTIFICATE----- is no private key"
      })
  void whatIsHiddenOrHarmlessStays(String text) {
    assertThat(LastLook.at(text)).isSameAs(text);
  }
}
