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
