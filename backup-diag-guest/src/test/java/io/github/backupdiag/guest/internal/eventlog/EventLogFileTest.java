package io.github.backupdiag.guest.internal.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.guest.internal.eventlog.EventLogWriter.Entry;
import io.github.backupdiag.internal.parse.WindowsEventXml;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Event logs as Windows stores them, sound and damaged. */
class EventLogFileTest {

  private static final Instant NIGHT = Instant.parse("2026-03-14T02:15:44.123456700Z");
  private static final Entry VSS =
      new Entry(
          "Application",
          "VSS",
          8229,
          NIGHT,
          List.of("0x800423f2, Zeit\u00fcberschreitung <&'\">", "", "Ger\u00e4t C:"));
  private static final Entry CAPI2 =
      new Entry("Application", "Microsoft-Windows-CAPI2", 513, NIGHT.plusSeconds(1), List.of("x"));

  static byte[] sample() {
    return EventLogWriter.write(List.of(VSS, CAPI2), List.of(VSS));
  }

  @Test
  void readsWhatAnEntryTells() {
    WindowsEvent event = events(EventLogWriter.write(List.of(VSS))).get(0);

    assertThat(event.channel()).isEqualTo("Application");
    assertThat(event.provider()).isEqualTo("VSS");
    assertThat(event.id()).isEqualTo(8229);
    assertThat(event.time()).isEqualTo(NIGHT);
    assertThat(event.data())
        .containsExactly("0x800423f2, Zeit\u00fcberschreitung <&'\">", "Ger\u00e4t C:");
  }

  @Test
  void sharesNamesAndTemplatesBetweenTheEntriesOfAChunk() {
    List<WindowsEvent> events = events(EventLogWriter.write(List.of(VSS, CAPI2, VSS)));

    assertThat(events).extracting(WindowsEvent::id).containsExactly(8229, 513, 8229);
    assertThat(events).extracting(event -> event.data().size()).containsExactly(2, 1, 2);
  }

  @Test
  void writesWhatWevtutilWrites() {
    String xml = EventLogFile.of(EventLogWriter.write(List.of(CAPI2))).records().get(0).xml();

    assertThat(xml)
        .isEqualTo(
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                + "<Provider Name='Microsoft-Windows-CAPI2'/><EventID>513</EventID>"
                + "<TimeCreated SystemTime='2026-03-14T02:15:45.123456700Z'/>"
                + "<Channel>Application</Channel></System><EventData><Data>x</Data>"
                + "<Binary>04030201</Binary></EventData></Event>");
  }

  @Test
  void givesTheNewestFirstAlsoOutOfARing() {
    byte[] ring = EventLogWriter.turned(EventLogWriter.write(List.of(VSS), List.of(CAPI2)));

    assertThat(EventLogFile.of(ring).records())
        .extracting(EventRecord::number)
        .containsExactly(2L, 1L);
  }

  @Test
  void givesTheNewestFirstOutOfALogThatNeverTurned() {
    assertThat(EventLogFile.of(EventLogWriter.write(List.of(VSS, CAPI2), List.of(VSS))).records())
        .extracting(EventRecord::number)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void knowsWhenAnEntryWasWritten() {
    assertThat(EventLogFile.of(EventLogWriter.write(List.of(CAPI2))).records())
        .extracting(EventRecord::written)
        .containsExactly(CAPI2.time());
  }

  @Test
  void knowsTimesOfLongAgoAndFarAhead() {
    assertThat(EventRecord.time(0)).isEqualTo("1601-01-01T00:00:00Z");
    assertThat(EventRecord.time(-1)).isEqualTo("1600-12-31T23:59:59.999999900Z");
    assertThat(EventRecord.time(0x7FFF_FFFF_FFFF_FFFFL)).isAfter("9999-12-31T00:00:00Z");
  }

  @Test
  void keepsAnEntryThatFillsItsChunkToTheEnd() {
    byte[] file = EventLogWriter.write(List.of(VSS));
    int size = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4096 + 512 + 4);

    assertThat(EventLogFile.of(Arrays.copyOf(file, 4096 + 512 + size)).records()).hasSize(1);
    assertThat(EventLogFile.of(Arrays.copyOf(file, 4096 + 512 + size - 1)).records()).isEmpty();
  }

  @Test
  void endsAChunkAtAnEntryShorterThanItsHead() {
    byte[] file = EventLogWriter.write(List.of(VSS));
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(EventLogFile.of(bytes.putInt(4096 + 512 + 4, 27).array()).records()).isEmpty();
    assertThat(EventLogFile.of(bytes.putInt(4096 + 512 + 4, 28).array()).records())
        .singleElement()
        .satisfies(record -> assertThat(record.xml()).isEmpty());
    assertThat(EventLogFile.of(bytes.putInt(4096 + 512 + 4, -5).array()).records()).isEmpty();
  }

  @Test
  void hasNoXmlOfADamagedEntry() {
    byte[] file = EventLogWriter.write(List.of(VSS));
    file[4096 + 512 + 24 + 4] = 0x20;

    assertThat(EventLogFile.of(file).records())
        .singleElement()
        .satisfies(record -> assertThat(record.xml()).isNull());
  }

  @Test
  void readsWhatIsThereOfALogThatIsCutOff() {
    byte[] file = sample();

    assertThat(events(Arrays.copyOf(file, 4096 + 65536 + 600))).hasSize(2);
    assertThat(events(Arrays.copyOf(file, 4096))).isEmpty();
  }

  @Test
  void saysThatSomethingIsNoLog() {
    assertThat(EventLogFile.of(new byte[0])).isNull();
    assertThat(EventLogFile.of(new byte[70_000])).isNull();
  }

  @Test
  void leavesOutAnEntryWhoseTemplateHoldsItself() {
    byte[] file = EventLogWriter.write(List.of(VSS));
    ByteBuffer chunk = ByteBuffer.wrap(file, 4096, 65536).slice().order(ByteOrder.LITTLE_ENDIAN);
    int body = 512 + 24 + 4 + 10 + 24;
    chunk.put(body + 4, (byte) 0x0C).putInt(body + 4 + 6, 512 + 24 + 4 + 10);

    assertThat(events(file)).isEmpty();
  }

  @Property(tries = 300)
  void survivesAnyDamage(
      @ForAll @IntRange(max = 1500) int at, @ForAll byte[] damage, @ForAll int number) {
    byte[] file = sample();
    System.arraycopy(damage, 0, file, 4096 + at, Math.min(damage.length, 1000));
    readAll(file);
    byte[] other = sample();
    ByteBuffer.wrap(other).putInt(4096 + at, number);
    readAll(other);
    readAll(damage);
  }

  static void readAll(byte[] bytes) {
    EventLogFile log = EventLogFile.of(bytes);
    if (log != null) {
      for (EventRecord record : log.records()) {
        String xml = record.xml();
        assertThat(xml == null ? 0 : xml.length()).isLessThan(200_000);
        assertThat(record.written()).isNotNull();
      }
    }
  }

  private static List<WindowsEvent> events(byte[] file) {
    return EventLogFile.of(file).records().stream()
        .map(EventRecord::xml)
        .filter(Objects::nonNull)
        .flatMap(xml -> WindowsEventXml.parse(xml, "log").stream())
        .toList();
  }
}
