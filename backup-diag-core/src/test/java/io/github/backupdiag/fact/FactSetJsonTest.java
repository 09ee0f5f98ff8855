package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactSetJsonTest {

  private static final FactKey<String> NAME = FactKey.text("acme.name");
  private static final FactKey<Long> COUNT = FactKey.number("acme.count");
  private static final FactKey<Boolean> LOCKED = FactKey.flag("acme.locked");
  private static final FactKey<List<String>> WORDS = FactKey.texts("acme.words");

  @Test
  void givesBackWhatWasWritten() throws IOException {
    FactSet facts =
        FactSet.builder()
            .observed(NAME, "wëb\n", "/etc/hostname", Instant.parse("2026-11-20T12:00:00Z"))
            .observed(LOCKED, true, "")
            .observed(WORDS, List.of("a", ""), "")
            .absent(COUNT, "/proc")
            .unavailable(GuestFacts.ROOM, UnavailableReason.NOT_PERMITTED, "df")
            .build();

    FactSet read = read(write(facts));

    assertThat(read.ids()).isEqualTo(facts.ids());
    for (FactKey<?> key : List.of(NAME, LOCKED, WORDS, COUNT, GuestFacts.ROOM)) {
      assertThat(read.get(key)).isEqualTo(facts.get(key));
    }
  }

  @Test
  void writesEqualFactsInEqualBytesWhateverTheOrderInWhichTheyCame() throws IOException {
    FactSet there = FactSet.builder().observed(NAME, "x", "").observed(COUNT, 1L, "").build();
    FactSet back = FactSet.builder().observed(COUNT, 1L, "").observed(NAME, "x", "").build();

    assertThat(write(there)).isEqualTo(write(back));
  }

  @Test
  void looksLikeThis() throws IOException {
    FactSet facts = FactSet.builder().observed(COUNT, 1L, "here", Instant.EPOCH).build();

    assertThat(write(facts))
        .isEqualTo(
            """
            {
              "schemaVersion" : "1.0",
              "facts" : {
                "acme.count" : {
                  "state" : "observed",
                  "version" : 1,
                  "value" : 1,
                  "source" : "here",
                  "at" : "1970-01-01T00:00:00Z"
                }
              }
            }
            """);
  }

  @Test
  void writesBackFactsAndFieldsItDoesNotKnowByteForByte() throws IOException {
    String recording =
        """
        {
          "schemaVersion" : "1.0",
          "tool" : {
            "zebra" : [ 1, 2.50, null, true, "ä" ],
            "apple" : 12345678901234567890123
          },
          "facts" : {
            "other.thing" : {
              "state" : "observed",
              "value" : 1.0E300,
              "extra" : 0.1
            }
          }
        }
        """;

    FactSet read = read(recording);

    assertThat(write(read)).isEqualTo(recording);
    assertThat(write(read.toBuilder().build())).isEqualTo(recording);
  }

  @Test
  void keepsDoublesThroughARecording() throws IOException {
    record Load(double share) {}
    FactKey<Load> key = FactKey.record("acme.load", Load.class);

    for (double share : new double[] {1e300, 0.1, -0.0, Double.MIN_VALUE, Double.NaN}) {
      FactSet facts = FactSet.builder().observed(key, new Load(share), "").build();
      assertThat(read(write(facts)).value(key)).isEqualTo(new Load(share));
    }
  }

  @Test
  void givesCodecsNoNumbersButLongAndDouble() throws IOException {
    FactKey<Double> key =
        FactKey.of(
            "acme.real",
            new FactCodec<>() {
              @Override
              public Object encode(Double value) {
                return List.of(value);
              }

              @Override
              public Double decode(Object tree) {
                return (Double) ((List<?>) tree).get(0);
              }
            });
    String value = "{\"state\": \"observed\", \"value\": [1.50, {\"a\": 2}]}";

    assertThat(readFact("acme.real", value).value(key)).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | unknown state ''",
        "{'state': 'gone'}                               | unknown state 'gone'",
        "{'state': 'observed'}                           | 'value' is missing",
        "{'state': 'observed', 'value': null}            | 'value' is missing",
        "{'state': 'observed', 'value': 'three'}         | value: expected a whole number, found",
        "{'state': 'observed', 'value': 12345678901234567890} | value: expected a whole number",
        "{'state': 'observed', 'value': 1, 'at': 'noon'} | at: 'noon' is not a UTC time",
        "{'state': 'unavailable', 'reason': 'MOOD'}      | unknown reason 'MOOD'",
      })
  void saysWhichPartOfARecordedFactItCannotRead(String fact, String part) throws IOException {
    FactSet facts = readFact("acme.count", fact.replace('\'', '"'));

    assertFailed(facts.get(COUNT), "the recorded value cannot be read: " + part);
  }

  @Test
  void namesTheComponentOfARecordThatItCannotRead() throws IOException {
    String fact =
        """
        {"state": "observed", "value": [{"path": "/", "totalBytes": 1, "usableBytes": "few"}]}
        """;
    Observation<List<RoomLeft>> room = readFact("guest.room-left", fact).get(GuestFacts.ROOM);

    assertFailed(room, "the recorded value cannot be read: value: RoomLeft.usableBytes: expected");
  }

  @Test
  void survivesANumberThatDoesNotFitAndACodecThatThrows() throws IOException {
    record Line(int number) {}
    FactKey<Line> line = FactKey.record("acme.line", Line.class);
    String big = "{\"state\": \"observed\", \"value\": {\"number\": 4294967296}}";

    assertFailed(
        readFact("acme.line", big).get(line),
        "the recorded value cannot be read: value: Line.number: 4294967296 does not fit");
    assertFailed(
        readFact("acme.throws", big).get(FactKey.of("acme.throws", new Throwing())),
        "the recorded value cannot be read: value: as always");
  }

  private static final class Throwing implements FactCodec<String> {
    @Override
    public Object encode(String value) {
      return value;
    }

    @Override
    public String decode(Object tree) {
      throw new ClassCastException("as always");
    }
  }

  @Test
  void doesNotReadAFactOfANewerVersionButKeepsIt() throws IOException {
    String fact = "{\"state\": \"observed\", \"version\": 2, \"value\": 1}";
    FactSet facts = readFact("acme.count", fact);

    assertFailed(facts.get(COUNT), "recorded in version 2, which is newer");
    assertThat(facts.value(COUNT.withSchemaVersion(1))).isNull();
    assertThat(readFact("acme.count", fact).value(COUNT.withSchemaVersion(2))).isEqualTo(1L);
    assertThat(write(facts)).contains("\"version\" : 2");
  }

  @Test
  void readsWhyANewerFactWasNotSeen() throws IOException {
    String fact = "{\"state\": \"unavailable\", \"version\": 2, \"reason\": \"TIMED_OUT\"}";

    assertThat(readFact("acme.count", fact).get(COUNT))
        .isEqualTo(new Unavailable<>(UnavailableReason.TIMED_OUT, ""));
  }

  @Test
  void leavesTheStreamsOpen() throws IOException {
    boolean[] closed = new boolean[2];
    InputStream in =
        new ByteArrayInputStream(write(FactSet.empty()).getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[1] = true;
          }
        };

    FactSetJson.write(FactSetJson.read(in, "facts.json"), out);

    assertThat(closed).containsExactly(false, false);
    assertThat(out.size()).isPositive();
  }

  private static void assertFailed(Observation<?> observation, String detail) {
    assertThat(observation)
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable -> {
              assertThat(unavailable.reason()).isEqualTo(UnavailableReason.FAILED);
              assertThat(unavailable.detail()).startsWith(detail);
            });
  }

  private static FactSet readFact(String id, String fact) throws IOException {
    return read("{\"schemaVersion\": \"1.0\", \"facts\": {\"" + id + "\": " + fact + "}}");
  }

  private static FactSet read(String json) throws IOException {
    return FactSetJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "facts.json");
  }

  private static String write(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
