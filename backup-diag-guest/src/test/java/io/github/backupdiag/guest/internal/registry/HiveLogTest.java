package io.github.backupdiag.guest.internal.registry;

import static io.github.backupdiag.guest.internal.registry.HiveLogWriter.entry;
import static io.github.backupdiag.guest.internal.registry.HiveLogWriter.log;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.key;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Value;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hives of a system that ran when its disk was copied. The number of writes in them is seven. */
class HiveLogTest {

  private static final byte[] FIRST = hive(1);
  private static final byte[] SECOND = hive(2);
  private static final byte[] THIRD = hive(3);

  @Test
  void bringsTheHiveUpToDate() throws IOException {
    RegistryKey key = replayed(log(entry(7, FIRST, SECOND), entry(8, SECOND, THIRD)));

    assertThat(key.number("a")).hasValue(3);
    assertThat(key.complete()).isTrue();
  }

  @Test
  void takesTheSecondLogBehindTheFirst() throws IOException {
    RegistryKey key =
        replayed(
            log(entry(8, SECOND, THIRD)), log(entry(7, FIRST, SECOND), entry(3, THIRD, FIRST)));

    assertThat(key.number("a")).hasValue(3);
  }

  @Test
  void letsTheHiveGrow() throws IOException {
    byte[] longer =
        HiveWriter.write(Lists.LH, key("r", number("a", 9), new Value("b", 3, new byte[70_000])));
    byte[] stored = FIRST.clone();
    System.arraycopy(longer, 0, stored, 0, 4096); // a hive keeps the place of its root
    RegistryKey key = replayed(stored, List.of(log(entry(7, FIRST, longer))));

    assertThat(key.number("a")).hasValue(9);
    assertThat(key.text("b").orElseThrow()).hasSize(140_000);
  }

  @Test
  void stopsWhereAnEntryIsMissing() throws IOException {
    assertThat(replayed(log(entry(7, FIRST, SECOND), entry(9, SECOND, THIRD))).number("a"))
        .hasValue(2);
  }

  @Test
  void knowsNothingNewerWithoutTheFirstEntry() throws IOException {
    RegistryKey key = replayed(log(entry(6, FIRST, SECOND), entry(8, SECOND, THIRD)));

    assertThat(key.number("a")).hasValue(1);
    assertThat(key.complete()).isFalse();
  }

  @Test
  void doesNotTrustADamagedEntry() throws IOException {
    byte[] log = log(entry(7, FIRST, SECOND));
    log[512 + 100] ^= 1;

    assertThat(replayed(log).complete()).isFalse();
    assertThat(replayed().complete()).isFalse();
    assertThat(replayed(new byte[2048]).complete()).isFalse();
  }

  @Test
  void takesAnEntryThatEndsWithItsLog() throws IOException {
    byte[] log = log(entry(7, FIRST, SECOND));
    int size = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).getInt(512 + 4);

    assertThat(replayed(Arrays.copyOf(log, 512 + size)).number("a")).hasValue(2);
    assertThat(replayed(Arrays.copyOf(log, 512 + size - 1)).number("a")).hasValue(1);
    assertThat(replayed(Arrays.copyOf(log, 512 + 39)).number("a")).hasValue(1);
  }

  /** Places in the head of an entry, and numbers there that no sound entry has. */
  @ParameterizedTest
  @CsvSource({
    "16, 4097", // size of the hive, not in whole bins
    "20, -1", // number of pages
    "20, 65537",
    "20, 1000", // more than the entry has room for
    "40, -4096", // where a page belongs
    "44, -1", // how long it is
    "44, 5000"
  })
  void doesNotTrustAnEntryThatCannotBe(int at, int number) throws IOException {
    byte[] log = log(entry(7, FIRST, SECOND), entry(8, SECOND, THIRD));
    ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + at, number);
    seal(log, 512);

    assertThat(replayed(log).number("a")).hasValue(1);
  }

  @Test
  void takesAPageThatEndsWithItsEntry() throws IOException {
    byte[] log = log(entry(7, FIRST, SECOND));
    ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(512 + 4, 40 + 8 + 4096);
    seal(log, 512);
    assertThat(replayed(log).number("a")).hasValue(2);

    bytes.putInt(512 + 4, 40 + 8 + 4095);
    seal(log, 512);
    assertThat(replayed(log).number("a")).hasValue(1);
  }

  @Test
  void replacesPiecesWithinAndAcrossPages() throws IOException {
    byte[] old = HiveWriter.write(Lists.LH, key("r", new Value("b", 3, filled(1))));
    byte[] now = HiveWriter.write(Lists.LH, key("r", new Value("b", 3, filled(2))));

    assertThat(replayed(old, List.of(log(entry(7, old, now)))).text("b").orElseThrow())
        .isEqualTo("02".repeat(300_000));
    assertThat(replayed(old, List.of(log(entry(7, old, now), entry(8, now, old)))).text("b"))
        .contains("01".repeat(300_000));
  }

  private static byte[] filled(int with) {
    byte[] bytes = new byte[300_000];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  private static void seal(byte[] log, int at) {
    ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.getInt(at + 4);
    bytes.putLong(at + 24, Marvin.hash(Marvin.OF_LOGS, log, at + 40, size - 40));
    bytes.putLong(at + 32, Marvin.hash(Marvin.OF_LOGS, log, at, 32));
  }

  @Test
  void leavesAHiveAloneThatIsUpToDate() throws IOException {
    Hive hive = Hive.open(new Bytes(FIRST));
    hive.replay(HiveLog.of(List.of(log(entry(7, FIRST, SECOND)))));

    assertThat(hive.key(List.of(), 0, 10).number("a")).hasValue(1);
  }

  @Property(tries = 300)
  void survivesAnyLog(@ForAll byte[] noise, @ForAll @IntRange(max = 4000) int at)
      throws IOException {
    byte[] log = log(entry(7, FIRST, SECOND));
    System.arraycopy(noise, 0, log, 512 + at, Math.min(noise.length, log.length - 512 - at));
    assertThat(replayed(log).number("a")).isPresent();
    assertThat(replayed(noise).number("a")).hasValue(1);
  }

  private static byte[] hive(int value) {
    return HiveWriter.write(Lists.LH, key("r", number("a", value)));
  }

  private static RegistryKey replayed(byte[]... logs) throws IOException {
    return replayed(FIRST, List.of(logs));
  }

  private static RegistryKey replayed(byte[] stored, List<byte[]> logs) throws IOException {
    Hive hive = Hive.open(new Bytes(HiveWriter.unfinished(stored)));
    hive.replay(HiveLog.of(logs));
    return hive.key(List.of(), 0, 10);
  }
}
