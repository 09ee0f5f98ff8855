package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.RoomLeft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A recording gives back what was put in, for any values of the vocabulary. */
class VocabularyRecordingTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void logEventsSurviveARecording(@ForAll("logEvents") LogEvents events) throws IOException {
    assertThat(recordAndRead(GuestFacts.EXTENSION_LOG, events)).isEqualTo(events);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void agentConfigsSurviveARecording(@ForAll("configs") AgentConfig config) throws IOException {
    assertThat(recordAndRead(GuestFacts.AGENT_CONFIG, config)).isEqualTo(config);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void mountsSurviveARecording(@ForAll("mounts") Mounts mounts) throws IOException {
    assertThat(recordAndRead(GuestFacts.MOUNTS, mounts)).isEqualTo(mounts);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void listsOfRecordsSurviveARecording(@ForAll("rooms") List<RoomLeft> rooms) throws IOException {
    assertThat(recordAndRead(GuestFacts.ROOM, rooms)).isEqualTo(rooms);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void timesAndTextsSurviveARecording(
      @ForAll("times") Instant time, @ForAll("anyWords") String text) throws IOException {
    assertThat(recordAndRead(BackupFacts.FAILED_AT, time)).isEqualTo(time);
    assertThat(recordAndRead(GuestFacts.AGENT_FOLDER, text)).isEqualTo(text);
  }

  private static <T> T recordAndRead(FactKey<T> key, T value) throws IOException {
    FactSet facts = FactSet.builder().observed(key, value, "here", Instant.EPOCH).build();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    FactSetJson.write(facts, first);
    FactSet read = FactSetJson.read(new ByteArrayInputStream(first.toByteArray()), "facts.json");
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    FactSetJson.write(read, second);
    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    assertThat(read.get(key)).isInstanceOf(Observed.class);
    return read.value(key);
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(-60_000_000_000L, 250_000_000_000L)
        .flatMap(
            second ->
                Arbitraries.longs()
                    .between(0, 999_999_999)
                    .map(nano -> Instant.ofEpochSecond(second, nano)));
  }

  @Provide
  Arbitrary<String> anyWords() {
    return words();
  }

  /** Any characters but halves of surrogate pairs, which UTF-8 cannot hold. */
  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(40)
        .filter(text -> text.codePoints().noneMatch(VocabularyRecordingTest::isHalf));
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Provide
  Arbitrary<LogEvents> logEvents() {
    Arbitrary<LogEvent> event =
        Combinators.combine(words(), words(), Arbitraries.longs(), times().injectNull(0.3), words())
            .as(LogEvent::new);
    return Combinators.combine(
            event.list().ofMaxSize(5),
            times().injectNull(0.3),
            times().injectNull(0.3),
            Arbitraries.of(true, false))
        .as(LogEvents::new);
  }

  @Provide
  Arbitrary<AgentConfig> configs() {
    Arbitrary<AgentConfig.Entry> entry =
        Combinators.combine(words(), words(), Arbitraries.integers()).as(AgentConfig.Entry::new);
    return Combinators.combine(words(), entry.list().ofMaxSize(5)).as(AgentConfig::new);
  }

  @Provide
  Arbitrary<Mounts> mounts() {
    Arbitrary<MountPoint> point =
        Combinators.combine(
                words(), words(), words(), words().list().ofMaxSize(4), Arbitraries.integers())
            .as(MountPoint::new);
    return Combinators.combine(words(), Arbitraries.of(true, false), point.list().ofMaxSize(4))
        .as(Mounts::new);
  }

  @Provide
  Arbitrary<List<RoomLeft>> rooms() {
    return Combinators.combine(
            words(), Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs().injectNull(0.3))
        .as(RoomLeft::new)
        .list()
        .ofMaxSize(5);
  }
}
