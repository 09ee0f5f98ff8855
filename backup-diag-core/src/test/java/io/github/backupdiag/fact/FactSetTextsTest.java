package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FactSetTextsTest {

  public record Login(String user, Map<String, List<String>> keys, int port, Instant since) {}

  private static final FactKey<Login> LOGIN = FactKey.record("acme.login", Login.class);
  private static final FactKey<String> NAME = FactKey.text("acme.name");
  private static final FactKey<String> PASSWORD =
      FactKey.text("acme.password").withSensitivity(Sensitivity.SECRET);

  private static String cut(String text) {
    return text.replace("hunter2", "***");
  }

  private static FactSet one(Login login) {
    return FactSet.builder().observed(LOGIN, login, "/home/hunter2", Instant.EPOCH).build();
  }

  @Test
  void changesEveryTextOfAValueAndItsSource() {
    Login login =
        new Login("hunter2", Map.of("hunter2", List.of("a", "hunter2")), 22, Instant.EPOCH);

    Observation<Login> changed = one(login).withTexts(FactSetTextsTest::cut).get(LOGIN);

    Login cut = new Login("***", Map.of("***", List.of("a", "***")), 22, Instant.EPOCH);
    assertThat(changed).isEqualTo(new Observed<>(cut, "/home/***", Instant.EPOCH));
  }

  @Test
  void tellsUnderWhichNamesATextStands() {
    FactKey<Object> any = FactKey.of("acme.any", FactSetTextsTest.asItIs());
    Object tree =
        Map.of(
            "list",
            List.of("a", "--option", "b", "c"),
            "pair",
            new TreeMap<>(Map.of("name", "Called", "value", "v")),
            "number",
            7L);
    List<String> seen = new ArrayList<>();

    FactSet.builder()
        .observed(any, tree, "source")
        .build()
        .withNamedTexts(
            (names, text) -> {
              seen.add(names + "=" + text);
              return text;
            });

    assertThat(seen)
        .contains(
            "=source",
            "=list",
            "acme.any/list=a",
            "acme.any/list=--option",
            "acme.any/list/--option=b",
            "acme.any/list=c",
            "acme.any/pair/name=Called",
            "acme.any/pair/Called=v",
            "acme.any/number=7");
  }

  @Test
  void changesANumberOnlyForWhomKnowsItsName() {
    FactKey<Object> any = FactKey.of("acme.any", FactSetTextsTest.asItIs());
    FactSet facts = FactSet.builder().observed(any, Map.of("pin", 1234L), "source").build();

    assertThat(facts.withTexts(text -> text + "!").value(any)).isEqualTo(Map.of("pin!", 1234L));
    assertThat(facts.withNamedTexts((names, text) -> text + "!").value(any))
        .isEqualTo(Map.of("pin!", "1234!"));
  }

  private static FactCodec<Object> asItIs() {
    return new FactCodec<>() {
      @Override
      public Object encode(Object value) {
        return value;
      }

      @Override
      public Object decode(Object tree) {
        return tree;
      }
    };
  }

  @Test
  void keepsTheInstanceOfAValueInWhichNothingChanges() {
    Login login = new Login("root", Map.of(), 22, Instant.EPOCH);

    assertThat(one(login).withTexts(FactSetTextsTest::cut).value(LOGIN)).isSameAs(login);
  }

  @Test
  void changesWhereSomethingIsAbsentAndWhyItWasNotSeen() {
    FactSet facts =
        FactSet.builder()
            .absent(LOGIN, "/home/hunter2")
            .unavailable(NAME, UnavailableReason.FAILED, "no hunter2")
            .build();

    FactSet changed = facts.withTexts(FactSetTextsTest::cut);

    assertThat(changed.get(LOGIN)).isEqualTo(new Absent<>("/home/***"));
    assertThat(changed.get(NAME)).isEqualTo(new Unavailable<>(UnavailableReason.FAILED, "no ***"));
  }

  @Test
  void takesSecretValuesOutAsAWhole() {
    FactSet facts = FactSet.builder().observed(PASSWORD, "swordfish", "/etc/shadow").build();

    assertThat(facts.withTexts(UnaryOperator.identity()).get(PASSWORD))
        .isEqualTo(new Unavailable<>(UnavailableReason.REDACTED, ""));
  }

  @Test
  void leavesNothingWhenAValueCannotBeStoredWithoutItsSecret() {
    FactKey<Instant> time = FactKey.time("acme.time");
    FactSet facts = FactSet.builder().observed(time, Instant.EPOCH, "").build();

    assertThat(facts.withTexts(text -> "***").get(time))
        .isEqualTo(new Unavailable<>(UnavailableReason.REDACTED, ""));
  }

  @Test
  void changesRecordedFactsAndUnknownFieldsButNotTheWordsOfTheFormat() throws IOException {
    FactSet recorded =
        read(
            """
            {"schemaVersion": "1.0", "remark": ["by hunter2"],
             "facts": {
              "acme.name": {"state": "observed", "value": "hunter2", "source": "s",
                            "at": "2026-11-20T12:00:00Z"},
              "acme.login": {"state": "unavailable", "reason": "TIMED_OUT", "detail": "d"},
              "acme.password": {"state": "hunter2", "at": "hunter2", "reason": "hunter2"}}}
            """);

    FactSet changed =
        recorded.withTexts(text -> text.replace("hunter2", "***").toLowerCase(Locale.ROOT));

    assertThat(changed.get(NAME))
        .isEqualTo(new Observed<>("***", "s", Instant.parse("2026-11-20T12:00:00Z")));
    assertThat(changed.get(LOGIN)).isEqualTo(new Unavailable<>(UnavailableReason.TIMED_OUT, "d"));
    assertThat(written(changed)).doesNotContain("hunter2").contains("by ***");
  }

  @Test
  void visitsKeysInAlphabeticalOrderSoThatNumberedTokensAreTheSameEveryTime() {
    List<String> seen = new ArrayList<>();
    FactSet facts =
        FactSet.builder()
            .observed(FactKey.text("acme.b"), "second", "")
            .observed(FactKey.text("acme.a"), "first", "")
            .build();

    facts.withTexts(
        text -> {
          seen.add(text);
          return text;
        });

    assertThat(seen).filteredOn(text -> !text.isEmpty()).containsExactly("first", "second");
  }

  private static FactSet read(String json) throws IOException {
    return FactSetJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "facts.json");
  }

  private static String written(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
