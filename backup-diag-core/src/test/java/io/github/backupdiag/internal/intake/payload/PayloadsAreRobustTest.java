package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the damage: no exception, no endless work, and what stands before it is used. */
class PayloadsAreRobustTest {

  static Stream<String> samples() {
    return PayloadSamples.ALL.stream();
  }

  private static void check(Payload payload) {
    assertThat(payload.passages())
        .allSatisfy(
            passage -> {
              assertThat(passage.incident()).isBetween(-1, payload.incidents().size() - 1);
              assertThat(passage.text()).isNotBlank();
              assertThat(passage.line()).isPositive();
              assertThat(passage.path().length()).isLessThanOrEqualTo(200);
            });
    for (int i = 0; i < payload.incidents().size(); i++) {
      assertThat(payload.incidents().get(i).index()).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsWhatStandsBeforeACut(String name) {
    String text = PayloadSamples.text(name);
    int found = 0;
    for (int cut = 0; cut < text.length(); cut += 7) {
      Payload payload = Payloads.read(text.substring(0, cut));
      check(payload);
      found = payload.passages().size() + payload.incidents().size();
    }
    assertThat(found).as("a sample that is nearly whole").isPositive();
  }

  @Test
  void saysThatAJobIsCutAndUsesItsBeginning() {
    String text = PayloadSamples.text("job.json");
    Payload cut = Payloads.read(text.substring(0, text.indexOf("with the Azure Backup")));

    assertThat(cut.kind()).isEqualTo(Kind.BACKUP_JOB);
    assertThat(cut.incidents()).singleElement().matches(job -> "vm-web-01".equals(job.vm()));
    assertThat(cut.passages())
        .extracting(Passage::role)
        .containsExactly(Role.ERROR_CODE, Role.MESSAGE);
    assertThat(cut.problems())
        .containsExactly("line 16: the JSON is cut off: what stands before was read");
  }

  @Test
  void goesOnBehindADamagedValue() {
    Payload payload =
        Payloads.read(
            "{\"value\": [{\"error\": {\"code\": \"UserErrorA\", \"message\": \"a\"}}, %%% \n"
                + "{\"error\": {\"code\": \"UserErrorB\", \"message\": \"b\"}}]}");

    assertThat(payload.incidents()).hasSize(2);
    assertThat(payload.problems())
        .containsExactly("line 1: the JSON is damaged: what follows was read as text");
  }

  @Test
  void readsAHundredLevelsAndLeavesOutWhatLiesDeeper() {
    String error = "{\"error\": {\"code\": \"UserErrorX\", \"message\": \"deep\"}}";

    Payload deep = Payloads.read("[".repeat(95) + error + "]".repeat(95));
    Payload tooDeep =
        Payloads.read("[".repeat(100_000) + error + "]".repeat(100_000) + "\n" + error);

    assertThat(deep.incidents()).hasSize(1);
    assertThat(deep.problems()).isEmpty();
    assertThat(tooDeep.incidents()).as("that behind it").hasSize(1);
    assertThat(tooDeep.problems()).singleElement().asString().contains("more than 100 levels");
  }

  @Test
  void decodesTextsInTextsUpToTheFourth() {
    String json = "{\"error\": {\"code\": \"UserErrorX\", \"message\": \"inner\"}}";
    for (int i = 0; i < 4; i++) {
      json = "{\"statusMessage\": \"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }
    assertThat(Payloads.read(json).incidents()).hasSize(1);
    assertThat(Payloads.read(json).passages())
        .anyMatch(passage -> passage.text().equals("UserErrorX"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void toleratesOtherTypesAndUnknownFields(String name) {
    String text = PayloadSamples.text(name);

    for (String other : new String[] {"null", "[]", "{}", "17", "true", "[[1], {\"a\": 2}]"}) {
      check(Payloads.read(text.replaceAll(": \"[^\"]*\"", ": " + other)));
      check(Payloads.read(text.replaceAll(": \\[", ": " + other + ", \"x\": [")));
    }
    Payload more = Payloads.read(text.replaceAll("\\{\"", "{\"unknown\": {\"a\": [1]}, \""));
    check(more);
    assertThat(more.kind()).isEqualTo(Payloads.read(text).kind());
  }

  @Test
  void doesNotMindTheOrderOfFields() {
    Payload one =
        Payloads.read(
            "{\"properties\": {\"errorDetails\": [{\"errorString\": \"text\", \"errorCode\": 7}],"
                + " \"status\": \"Failed\", \"entityFriendlyName\": \"v\"}, \"id\": \"x\"}");
    Payload other =
        Payloads.read(
            "{\"id\": \"x\", \"properties\": {\"entityFriendlyName\": \"v\", \"status\":"
                + " \"Failed\", \"errorDetails\": [{\"errorCode\": \"7\", \"errorString\":"
                + " \"text\"}]}}");

    assertThat(one.kind()).isEqualTo(Kind.BACKUP_JOB).isEqualTo(other.kind());
    assertThat(one.incidents()).isEqualTo(other.incidents());
    assertThat(one.passages()).containsExactlyInAnyOrderElementsOf(other.passages());
  }

  @Property(tries = 300)
  void readsAnyText(@ForAll @StringLength(max = 300) String text) {
    check(Payloads.read(text));
  }

  @Property(tries = 300)
  void readsDamagedSamples(@ForAll @IntRange(max = 100_000) int seed) {
    Random random = new Random(seed);
    String name = PayloadSamples.ALL.get(random.nextInt(PayloadSamples.ALL.size()));
    StringBuilder text = new StringBuilder(PayloadSamples.text(name));
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      int at = random.nextInt(text.length() - 20);
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, "{}[]\",:\\'\n<>\u0000é".charAt(random.nextInt(14)));
        case 1 -> text.delete(at, at + random.nextInt(20));
        case 2 -> text.insert(at, text.substring(at, at + 20));
        default -> text.insert(at, "{\"a\":[\"");
      }
    }
    check(Payloads.read(text.toString()));
  }

  @Test
  void endsSoonOnTextsMadeToTakeLong() {
    int size = 200_000;
    for (String part :
        new String[] {
          "{",
          "[",
          "{\"",
          "{“",
          "[{",
          "[{}",
          "{\"a\":",
          "[[",
          "a [[ b",
          "{ ",
          "{\\",
          "{\\\"",
          "\"",
          "-- ",
          "a : b\n",
          "JobId : x\n",
          "code: x\n",
          "vm: a\ncode: b\n",
          "<Event >",
          "\n",
          "<Event ></Event>\n",
          "/subscriptions/",
          "{\"errorCode\":7,\"errorString\":\"x\"} ",
          "a\n--  --\n",
          "{\"a\":\"{\\\"b\\\":\\\"",
          "iaasvmcontainer;"
        }) {
      String text = part.repeat(size / part.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> check(Payloads.read(text)), part);
    }
  }

  @Test
  void readsOnlyTheBeginningOfAHugeInput() {
    String job = PayloadSamples.text("job.json");
    String huge = "[" + (job + ",").repeat(30 * 1024 * 1024 / job.length()) + "]";

    Payload payload = Payloads.read(huge);

    assertThat(payload.kind()).isEqualTo(Kind.BACKUP_JOB);
    assertThat(payload.incidents()).hasSizeGreaterThan(1_000);
    assertThat(payload.problems()).isNotEmpty();
  }

  @Test
  void readsDenseJsonWithinItsBudget() {
    assertThatCode(() -> check(Payloads.read("[[{\"a\":1}" + ",[],{}".repeat(1_000_000))))
        .doesNotThrowAnyException();
  }
}
