package io.github.backupdiag.guest.internal.registry;

import static io.github.backupdiag.guest.internal.registry.HiveWriter.key;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.number;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Value;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a hive is read, and what is said where that ends. */
class HivesAtTheirLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false",
    "1, 1, 0, false",
    "2, 2, 0, false",
    "3, 2, 1, false",
    "4, 2, 2, true"
  })
  void countsValuesAndKeysUpToTheLimit(int most, int values, int keys, boolean complete)
      throws IOException {
    RegistryKey read = read(key("r", number("a", 1), number("b", 2), key("x"), key("y")), 1, most);

    assertThat(read.values()).hasSize(values);
    assertThat(read.keys()).hasSize(keys);
    assertThat(read.complete()).isEqualTo(complete);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3", "9, 3"})
  void goesDownAsFarAsAsked(int depth, int found) throws IOException {
    RegistryKey at = read(key("r", key("a", key("b", key("c")))), depth, 100);
    int levels = 0;
    while (!at.keys().isEmpty()) {
      at = at.keys().get(0);
      levels++;
    }

    assertThat(levels).isEqualTo(found);
    assertThat(at.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 12, 16343, 16344, 16345, 32688, 32689, 70_000, 524_288})
  void readsDataOfAnyLength(int length) throws IOException {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (i * 31 >> 3);
    }
    RegistryKey read = read(key("r", new Value("v", 3, data)), 0, 10);

    assertThat(read.values().get(0).data())
        .isEqualTo(java.util.HexFormat.of().withUpperCase().formatHex(data));
    assertThat(read.complete()).isTrue();
  }

  @Test
  void readsDataOfNoLength() throws IOException {
    byte[] hive = HiveWriter.write(Lists.LF, key("r", text("v", "long enough")));
    ByteBuffer bytes = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(find(hive, "vk") + 4, 0);

    RegistryKey read = Hive.open(new Bytes(hive)).key(List.of(), 0, 10);
    assertThat(read.text("v")).contains("");
    assertThat(read.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {524_289, Integer.MAX_VALUE, 0x80000005, -1})
  void leavesOutDataThatIsTooLong(int size) throws IOException {
    byte[] hive = HiveWriter.write(Lists.LF, key("r", text("v", "long enough")));
    ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN).putInt(find(hive, "vk") + 4, size);

    RegistryKey read = Hive.open(new Bytes(hive)).key(List.of(), 0, 10);
    assertThat(read.values()).isEmpty();
    assertThat(read.complete()).isFalse();
  }

  @Test
  void isDamagedWhereACellIsNotInUse() {
    byte[] hive = HiveWriter.write(Lists.LF, key("r", number("a", 1)));
    ByteBuffer bytes = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
    int root = 4096 + bytes.getInt(36);
    bytes.putInt(root, -bytes.getInt(root));

    assertThatThrownBy(() -> Hive.open(new Bytes(hive)).key(List.of(), 0, 10))
        .isInstanceOf(DamagedHiveException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void isDamagedWhereTheRootLiesOutside(int root) {
    byte[] hive = HiveWriter.write(Lists.LF, key("r"));
    ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN).putInt(36, root);

    assertThatThrownBy(() -> Hive.open(new Bytes(hive)).key(List.of(), 0, 10))
        .isInstanceOf(DamagedHiveException.class);
  }

  @Test
  void readsAHiveOfManyPagesMoreThanOnce() throws IOException {
    Value[] values = new Value[24];
    for (int i = 0; i < values.length; i++) {
      byte[] data = new byte[400_000];
      java.util.Arrays.fill(data, (byte) i);
      values[i] = new Value("v" + i, 3, data);
    }
    Hive hive = Hive.open(new Bytes(HiveWriter.write(Lists.LF, key("r", (Object[]) values))));

    for (int round = 0; round < 2; round++) {
      RegistryKey read = hive.key(List.of(), 0, 100);
      assertThat(read.complete()).isTrue();
      for (int i = 0; i < values.length; i++) {
        assertThat(read.values().get(i).data())
            .startsWith(String.format("%02X", i))
            .hasSize(800_000);
      }
    }
  }

  @Test
  void readsNoMoreThanAHiveCanHave() throws IOException {
    Hive hive =
        Hive.open(
            new Bytes(HiveWriter.write(Lists.LF, key("r", new Value("v", 3, new byte[500_000])))));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 200; i++) {
                assertThat(hive.key(List.of(), 0, 10)).isNotNull();
              }
            })
        .isInstanceOf(DamagedHiveException.class);
  }

  @Test
  void saysWhetherNewerChangesMayLieInLogs() throws IOException {
    byte[] hive = HiveWriter.write(Lists.LH, key("r", number("a", 1)));

    assertThat(Hive.open(new Bytes(hive)).isWhole()).isTrue();
    Hive unfinished = Hive.open(new Bytes(HiveWriter.unfinished(hive)));
    assertThat(unfinished.isWhole()).isFalse();
    assertThat(unfinished.key(List.of(), 0, 9).complete()).isFalse();
  }

  private static RegistryKey read(HiveWriter.Key key, int depth, int most) throws IOException {
    return Hive.open(new Bytes(HiveWriter.write(Lists.LF, key))).key(List.of(), depth, most);
  }

  private static int find(byte[] bytes, String signature) {
    int at = 4096;
    while (bytes[at] != signature.charAt(0) || bytes[at + 1] != signature.charAt(1)) {
      at++;
    }
    return at;
  }
}
