package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Word size and version of libraries; the files are made after the published format. */
class PeFileTest {

  private static final int PE = 0x80;
  private static final int RESOURCES = 0x200;

  @Test
  void readsA64BitLibrary() {
    PeFile file = PeFile.of(library(0x8664, 0x20B));

    assertThat(file.bits()).isEqualTo(64);
    assertThat(file.version()).isEqualTo("12.0.40660.0");
  }

  @Test
  void readsA32BitLibrary() {
    PeFile file = PeFile.of(library(0x14C, 0x10B));

    assertThat(file.bits()).isEqualTo(32);
    assertThat(file.version()).isEqualTo("12.0.40660.0");
  }

  @Test
  void knowsTheWordSizeFromTheBeginning() {
    PeFile file = PeFile.of(Arrays.copyOf(library(0x8664, 0x20B), RESOURCES));

    assertThat(file.bits()).isEqualTo(64);
    assertThat(file.version()).isEmpty();
  }

  @Test
  void findsNoVersionWithoutTheResource() {
    byte[] other = library(0x8664, 0x20B);
    other[RESOURCES + 16] = 3; // an icon

    assertThat(PeFile.of(other).version()).isEmpty();
  }

  @Test
  void findsTheVersionAmongOtherResourcesAndSections() {
    ByteBuffer file = buffer(0x8664, 0x20B);
    // The names of the first level: an icon before the version, and the rest moved behind them.
    file.putShort(RESOURCES + 12, (short) 1).putShort(RESOURCES + 14, (short) 1);
    int second = RESOURCES + 0x100;
    byte[] rest = new byte[48];
    file.position(RESOURCES + 24).get(rest).position(second).put(rest);
    file.putInt(RESOURCES + 16, 3).putInt(RESOURCES + 20, 0x80000000 | 0x100);
    file.putInt(RESOURCES + 24, 16).putInt(RESOURCES + 28, 0x80000000 | 0x100);
    file.putInt(second + 20, 0x80000000 | 0x118);

    assertThat(PeFile.of(file.array()).version()).isEqualTo("12.0.40660.0");
  }

  @Test
  void passesOverASectionThatLiesElsewhere() {
    ByteBuffer file = buffer(0x8664, 0x20B);
    int section = PE + 24 + 240;
    byte[] own = new byte[40];
    file.position(section).get(own).position(section + 40).put(own);
    file.putShort(PE + 6, (short) 2);
    file.putInt(section + 12, 0x2000).putInt(section + 16, 0x100).putInt(section + 20, 0x300);

    assertThat(PeFile.of(file.array()).version()).isEqualTo("12.0.40660.0");
    file.putInt(section + 12, 0x0E00).putInt(section + 16, 0x200);
    assertThat(PeFile.of(file.array()).version()).isEqualTo("12.0.40660.0");
  }

  @Test
  void findsTheVersionAtTheEndOfItsSection() {
    ByteBuffer file = buffer(0x8664, 0x20B);
    int section = PE + 24 + 240;

    file.putInt(section + 16, 0x61);
    assertThat(PeFile.of(file.array()).version()).isEqualTo("12.0.40660.0");
    file.putInt(section + 16, 0x60);
    assertThat(PeFile.of(file.array()).version()).isEmpty();
  }

  @Test
  void passesOverPaddingBeforeTheNumbers() {
    ByteBuffer file = buffer(0x8664, 0x20B);
    int info = RESOURCES + 0x60;
    for (int padding : new int[] {8, 23}) {
      byte[] numbers = new byte[20];
      file.position(info + 40).get(numbers);
      ByteBuffer moved = buffer(0x8664, 0x20B);
      moved.position(info + 40).put(new byte[20]);
      moved.position(info + 40 + padding / 4 * 4).put(numbers);

      assertThat(PeFile.of(moved.array()).version()).isEqualTo("12.0.40660.0");
    }
    ByteBuffer none = buffer(0x8664, 0x20B);
    none.putInt(info + 40, 0).putInt(info + 64, 0xFEEF04BD);
    assertThat(PeFile.of(none.array()).version()).isEmpty();
  }

  @Test
  void hasNoVersionWhoseNumbersAreCutOff() {
    byte[] file = library(0x8664, 0x20B);
    int numbers = RESOURCES + 0x60 + 40;

    assertThat(PeFile.of(Arrays.copyOf(file, numbers + 16)).version()).isEqualTo("12.0.40660.0");
    assertThat(PeFile.of(Arrays.copyOf(file, numbers + 15)).version()).isEmpty();
  }

  @Test
  void isNoLibraryOfWhichTheHeaderIsCutOff() {
    byte[] file = library(0x8664, 0x20B);

    assertThat(PeFile.of(Arrays.copyOf(file, PE + 6)).bits()).isEqualTo(64);
    assertThat(PeFile.of(Arrays.copyOf(file, PE + 5))).isNull();
  }

  @Test
  void isNoneOfWhatWindowsCannotLoad() {
    byte[] alpha = library(0x184, 0x10B);

    assertThat(PeFile.of(alpha)).isNull();
    assertThat(PeFile.of(new byte[0])).isNull();
    assertThat(PeFile.of("MZ".getBytes(StandardCharsets.US_ASCII))).isNull();
    assertThat(PeFile.of(new byte[4096])).isNull();
  }

  @Property
  void survivesAnyDamage(
      @ForAll @IntRange(max = 0x3FF) int at, @ForAll byte[] damage, @ForAll int number) {
    ByteBuffer file = ByteBuffer.wrap(library(0x8664, 0x20B)).order(ByteOrder.LITTLE_ENDIAN);
    file.position(at).put(damage, 0, Math.min(damage.length, file.remaining()));
    read(file.array());
    read(ByteBuffer.wrap(library(0x14C, 0x10B)).putInt(at & ~3, number).array());
    read(damage);
  }

  private static void read(byte[] bytes) {
    PeFile file = PeFile.of(bytes);
    if (file != null) {
      assertThat(file.bits()).isPositive();
      assertThat(file.version()).matches("|\\d+\\.\\d+\\.\\d+\\.\\d+");
    }
  }

  private static ByteBuffer buffer(int machine, int magic) {
    return ByteBuffer.wrap(library(machine, magic)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One section at address 0x1000 that holds one resource, the version. */
  private static byte[] library(int machine, int magic) {
    ByteBuffer file = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
    int optionalSize = magic == 0x20B ? 240 : 224;
    int optional = PE + 24;
    file.putShort(0, (short) 0x5A4D).putInt(0x3C, PE);
    file.putInt(PE, 0x4550).putShort(PE + 4, (short) machine).putShort(PE + 6, (short) 1);
    file.putShort(PE + 20, (short) optionalSize).putShort(optional, (short) magic);
    file.putInt(optional + (magic == 0x20B ? 112 : 96) + 16, 0x1000);
    int section = optional + optionalSize;
    file.putInt(section + 12, 0x1000).putInt(section + 16, 0x200).putInt(section + 20, RESOURCES);
    int[] ids = {16, 1, 0x409};
    for (int level = 0; level < 3; level++) {
      int directory = RESOURCES + level * 24;
      int next = level < 2 ? 0x80000000 | (level + 1) * 24 : 72;
      file.putShort(directory + 14, (short) 1).putInt(directory + 16, ids[level]);
      file.putInt(directory + 20, next);
    }
    file.putInt(RESOURCES + 72, 0x1060).putInt(RESOURCES + 76, 92);
    int info = RESOURCES + 0x60;
    file.putShort(info, (short) 92).putShort(info + 2, (short) 52);
    file.position(info + 6).put("VS_VERSION_INFO\0".getBytes(StandardCharsets.UTF_16LE));
    file.putInt(info + 40, 0xFEEF04BD).putInt(info + 48, 12 << 16);
    return file.putInt(info + 52, 40660 << 16).array();
  }
}
