package io.github.backupdiag.guest.internal.registry;

import static io.github.backupdiag.guest.internal.registry.HiveWriter.key;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.number;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hives that are written by a writer of the tests, whole and damaged. */
class HiveTest {

  static final HiveWriter.Key ROOT =
      key(
          "ROOT",
          key("Select", number("Current", 1)),
          key(
              "ControlSet001",
              key(
                  "Services",
                  key("swprv", number("Start", 3)),
                  key(
                      "VSS",
                      number("Start", 2),
                      text("ImagePath", "%systemroot%\\system32\\vssvc.exe"),
                      text("", "default"),
                      new HiveWriter.Value("Depends", 7, utf16("RPCSS\0SamSS\0\0")),
                      new HiveWriter.Value(
                          "Raw", 3, new byte[] {(byte) 0x80, 1, 2, 3, (byte) 0xAB}),
                      new HiveWriter.Value("Quad", 11, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}),
                      new HiveWriter.Value("Big", 5, new byte[] {0, 0, 1, 0}),
                      new HiveWriter.Value("Odd", 4, new byte[] {1, 0}),
                      new HiveWriter.Value("Type", 0x1F, new byte[] {1}),
                      new HiveWriter.Value("Long", 1, utf16("x".repeat(20_000) + "\0")),
                      key("Diag", key("深い", text("名前", "値")))))));

  @ParameterizedTest
  @EnumSource
  void readsKeysThroughListsOfEachKind(Lists lists) throws Exception {
    RegistryKey services = read(HiveWriter.write(lists, ROOT), 1, "controlset001", "SERVICES");

    assertThat(services.keys()).extracting(RegistryKey::name).containsExactly("swprv", "VSS");
    assertThat(services.key("VSS").orElseThrow().number("Start")).hasValue(2);
    assertThat(services.complete()).isTrue();
  }

  @Test
  void readsValuesOfEachType() throws Exception {
    RegistryKey vss = vss(0);

    assertThat(vss.values())
        .contains(
            new RegistryValue("Start", "REG_DWORD", "2"),
            new RegistryValue("ImagePath", "REG_SZ", "%systemroot%\\system32\\vssvc.exe"),
            new RegistryValue("", "REG_SZ", "default"),
            new RegistryValue("Depends", "REG_MULTI_SZ", "RPCSS\nSamSS"),
            new RegistryValue("Raw", "REG_BINARY", "80010203AB"),
            new RegistryValue("Quad", "REG_QWORD", "18446744073709551615"),
            new RegistryValue("Big", "REG_DWORD_BIG_ENDIAN", "256"),
            new RegistryValue("Odd", "REG_DWORD", ""),
            new RegistryValue("Type", "REG_1F", "01"));
    assertThat(vss.number("Odd")).isEmpty();
    assertThat(vss.keys()).isEmpty();
  }

  @Test
  void joinsDataOfSeveralCells() throws Exception {
    assertThat(vss(0).text("Long").orElseThrow()).isEqualTo("x".repeat(20_000));
  }

  @Test
  void readsNamesOfAllLetters() throws Exception {
    assertThat(vss(2).key("diag\\深い").orElseThrow().text("名前")).contains("値");
  }

  @Test
  void findsNoKeyThatIsNotThere() throws Exception {
    assertThat(hive(HiveWriter.write(Lists.LH, ROOT)).key(List.of("ControlSet002"), 0, 9)).isNull();
  }

  @Test
  void stopsAtTheLimit() throws Exception {
    RegistryKey key =
        Objects.requireNonNull(
            hive(HiveWriter.write(Lists.LF, ROOT)).key(List.of("ControlSet001", "Services"), 9, 3));

    assertThat(key.complete()).isFalse();
    assertThat(key.keys()).hasSize(2);
  }

  @Test
  void saysThatSomethingIsNoHive() {
    assertThatThrownBy(() -> hive(new byte[9999])).isInstanceOf(DamagedHiveException.class);
    assertThatThrownBy(() -> hive(new byte[0])).isInstanceOf(DamagedHiveException.class);
  }

  @Test
  void survivesAKeyThatIsItsOwnSubkey() throws Exception {
    byte[] bytes = HiveWriter.write(Lists.LI, key("ROOT", key("a", number("x", 1))));
    ByteBuffer hive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int root = hive.getInt(36);
    int list = hive.getInt(4096 + root + 4 + 28);
    hive.putInt(4096 + list + 4 + 4, root);

    RegistryKey key = Objects.requireNonNull(hive(bytes).key(List.of(), 100_000, 500));

    assertThat(key.keys()).hasSize(1);
  }

  @Test
  void survivesLyingSizes() throws Exception {
    byte[] bytes = HiveWriter.write(Lists.LI, key("ROOT", key("a", text("x", "long enough"))));
    ByteBuffer hive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int root = 4096 + hive.getInt(36) + 4;
    hive.putInt(root + 20, Integer.MAX_VALUE).putInt(root + 36, Integer.MAX_VALUE);

    RegistryKey key = Objects.requireNonNull(hive(bytes).key(List.of(), 3, 500));

    assertThat(key.complete()).isFalse();
    assertThat(key.key("a").orElseThrow().text("x")).contains("long enough");
  }

  @Test
  void leavesOutADamagedValueAndSaysSo() throws Exception {
    byte[] bytes =
        HiveWriter.write(Lists.LI, key("ROOT", text("x", "long enough"), number("y", 1)));
    for (int i = 4096; i < bytes.length - 1; i++) {
      if (bytes[i] == 'v' && bytes[i + 1] == 'k') {
        bytes[i] = 'z';
        break;
      }
    }

    RegistryKey key = Objects.requireNonNull(hive(bytes).key(List.of(), 3, 500));

    assertThat(key.values()).containsExactly(new RegistryValue("y", "REG_DWORD", "1"));
    assertThat(key.complete()).isFalse();
  }

  @Test
  void doesNotCallAKeyAbsentBehindDamage() {
    byte[] bytes = HiveWriter.write(Lists.LI, key("ROOT", key("a"), key("b")));
    for (int i = 4096; i < bytes.length - 1; i++) {
      if (bytes[i] == 'n' && bytes[i + 1] == 'k') {
        bytes[i] = 'z';
        break;
      }
    }

    assertThatThrownBy(() -> hive(bytes).key(List.of("a"), 0, 9))
        .isInstanceOf(DamagedHiveException.class);
  }

  /** Any change of some bytes gives values or damage, and nothing that goes on for ever. */
  @Property(tries = 400)
  void givesValuesOrDamageForAnyBytes(
      @ForAll long seed, @ForAll @IntRange(max = 60) int changes, @ForAll Lists lists)
      throws IOException {
    byte[] bytes = HiveWriter.write(lists, ROOT);
    Random random = new Random(seed);
    int used = bytes.length - 200;
    for (int i = 0; i < changes; i++) {
      bytes[32 + random.nextInt(used)] = (byte) random.nextInt(256);
    }
    byte[] cut = changes % 7 == 6 ? Arrays.copyOf(bytes, random.nextInt(used)) : bytes;
    readAll(cut);
  }

  static void readAll(byte[] bytes) throws IOException {
    try {
      Hive hive = hive(bytes);
      List<RegistryKey> read = new ArrayList<>();
      read.add(hive.key(List.of(), 300, 2000));
      read.add(hive.key(List.of("ControlSet001", "Services", "VSS"), 2, 50));
      assertThat(read).hasSize(2);
    } catch (DamagedHiveException e) {
      assertThat(e).hasMessageMatching("[a-z ]+");
    }
  }

  private static Hive hive(byte[] bytes) throws IOException {
    return Hive.open(new Bytes(bytes));
  }

  private static RegistryKey vss(int depth) throws IOException {
    return read(HiveWriter.write(Lists.LH, ROOT), depth, "ControlSet001", "Services", "VSS");
  }

  private static RegistryKey read(byte[] bytes, int depth, String... names) throws IOException {
    return Objects.requireNonNull(hive(bytes).key(List.of(names), depth, 500));
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
