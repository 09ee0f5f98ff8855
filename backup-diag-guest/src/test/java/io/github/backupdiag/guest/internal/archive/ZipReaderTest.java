package io.github.backupdiag.guest.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.backupdiag.guest.samples.Packing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipReaderTest {

  private static final int CENTRAL = 0x02014b50;

  @Test
  void readsStoredAndDeflatedFilesAndFolders() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("var/log/"));
      zip.putNextEntry(new ZipEntry("var/log/ü.log"));
      zip.write("deflated ".repeat(1000).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(stored("b", "stored"));
      zip.write("stored".getBytes(StandardCharsets.UTF_8));
    }
    Unpacked found = Unpacked.of(bytes.toByteArray());
    assertThat(found.texts())
        .containsExactly(
            entry("var/log/", "DIRECTORY"),
            entry("var/log/ü.log", "deflated ".repeat(1000)),
            entry("b", "stored"));
    assertThat(found.isCut()).isFalse();
    assertThat(found.said()).isEmpty();
  }

  @Test
  void readsAnArchiveBehindOtherBytes() throws Exception {
    byte[] zip = two();
    byte[] behind = new byte[zip.length + 100];
    System.arraycopy(zip, 0, behind, 100, zip.length);
    ByteSource source = held(behind);
    assertThat(new ZipReader(source, "bundle", reading(new Limitations())).entries())
        .extracting(Entry::name)
        .containsExactly("a", "b");
  }

  @Test
  void namesAnEncryptedEntryAndReadsTheOthers() throws Exception {
    byte[] zip = two();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int first = central(zip, 0);
    bytes.putShort(first + 8, (short) (bytes.getShort(first + 8) | 1));
    Unpacked found = Unpacked.of(zip);
    assertThat(found.texts()).containsExactly(entry("a", "! encrypted"), entry("b", "second"));
    assertThat(found.said()).contains("a in bundle: encrypted");
    assertThat(found.isCut()).isFalse();
  }

  @Test
  void namesAMethodThatIsNotRead() throws Exception {
    byte[] zip = two();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(central(zip, 1) + 10, (short) 9);
    assertThat(Unpacked.of(zip).texts())
        .containsExactly(
            entry("a", "first"), entry("b", "! packed by method 9, which is not read"));
  }

  @Test
  void doesNotBelieveAContentThatIsNotTheStatedOne() throws Exception {
    byte[] shorter = two();
    ByteBuffer bytes = ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(shorter, 0) + 24, 3);
    assertThat(Unpacked.of(shorter).texts().get("a")).startsWith("! damaged");
    byte[] longer = two();
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(central(longer, 0) + 24, 1 << 30);
    assertThat(Unpacked.of(longer).texts().get("a")).startsWith("! damaged");
    byte[] sum = two();
    sum[central(sum, 0) + 16] ^= 1;
    assertThat(Unpacked.of(sum).texts().get("a")).startsWith("! damaged");
  }

  @Test
  void refusesEntriesThatOverlap() throws Exception {
    byte[] zip = two();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(zip, 1) + 42, 0);
    Unpacked found = Unpacked.of(zip);
    assertThat(found.texts().get("a")).contains("overlaps");
    assertThat(found.said()).contains("overlaps");
  }

  @Test
  void readsLinks() throws Exception {
    byte[] zip = two();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int first = central(zip, 0);
    bytes.putShort(first + 4, (short) (3 << 8));
    bytes.putShort(first + 40, (short) 0xA1FF);
    int second = central(zip, 1);
    bytes.putShort(second + 4, (short) (3 << 8));
    bytes.putShort(second + 40, (short) 0x11FF);
    Unpacked found = Unpacked.of(zip);
    assertThat(found.texts()).containsExactly(entry("a", "LINK to first"));
    assertThat(found.said()).contains("b is a device or a pipe");
  }

  @Test
  void readsWhatIsThereOfOneThatWasCut() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a", text("first"));
    files.put("b", random(100_000));
    files.put("c", text("third"));
    byte[] zip = Packing.zip(files);
    Unpacked found = Unpacked.of(Arrays.copyOf(zip, 60_000));
    assertThat(found.texts()).containsOnlyKeys("a", "b").containsEntry("a", "first");
    assertThat(found.texts().get("b")).endsWith("…");
    assertThat(found.isCut()).isTrue();
    assertThat(found.said()).isEqualTo("bundle is cut or damaged; what is readable of it is used");
    Unpacked withoutEnd = Unpacked.of(Arrays.copyOf(zip, zip.length - 10));
    assertThat(withoutEnd.texts()).containsOnlyKeys("a", "b", "c").containsEntry("c", "third");
    assertThat(withoutEnd.isCut()).isTrue();
  }

  @Test
  void readsStoredEntriesOfOneThatWasCut() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"a", "b"}) {
        zip.putNextEntry(stored(name, "0123456789"));
        zip.write(text("0123456789"));
      }
    }
    Unpacked found = Unpacked.of(Arrays.copyOf(bytes.toByteArray(), 2 * 41 - 6));
    assertThat(found.texts()).containsExactly(entry("a", "0123456789"), entry("b", "0123…"));
  }

  @Test
  void stopsAtTheBudgetOfAnEntry() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("zeros", new byte[16 << 20]);
    files.put("dense", random(16 << 20));
    files.put("b", text("second"));
    byte[] zip = Packing.zip(files);
    Budget budget = new Budget(1000, 8 << 20, 256 << 20, 32 << 20, 200, 1 << 20, 3);
    Unpacked found = Unpacked.of(zip, budget);
    assertThat(found.texts().get("zeros")).startsWith("! not read: unpacks to more than 200 times");
    assertThat(found.texts().get("dense")).startsWith("! not read: it has more than 8388608");
    assertThat(found.texts()).containsEntry("b", "second");
  }

  @Test
  void stopsAtTheBudgetOfAll() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("f" + i, random(1 << 20));
    }
    Budget budget = new Budget(1000, 8 << 20, 10 << 20, 64 << 20, 200, 1 << 20, 3);
    Unpacked found = Unpacked.of(Packing.zip(files), budget);
    assertThat(found.texts().values())
        .anyMatch(text -> text.contains("unpacks to more than 10485760"));
  }

  @Test
  void saysWhichFormIsNotRead() {
    byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4};
    assertThatThrownBy(() -> Unpacked.of(xz))
        .isInstanceOf(NotReadException.class)
        .hasMessage("bundle is packed by xz, which is not read; unpack it and give the folder");
  }

  private static byte[] two() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a", text("first"));
    files.put("b", text("second"));
    return Packing.zip(files);
  }

  private static ZipEntry stored(String name, String text) {
    CRC32 sum = new CRC32();
    sum.update(text(text));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(text.length());
    entry.setCrc(sum.getValue());
    return entry;
  }

  /** The place of an entry in the directory. */
  private static int central(byte[] zip, int index) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int found = -1;
    for (int at = 0; at + 4 <= zip.length; at++) {
      if (bytes.getInt(at) == CENTRAL && ++found == index) {
        return at;
      }
    }
    throw new AssertionError("no entry " + index);
  }

  private static Reading reading(Limitations limits) {
    return new Reading(Unpacked.SMALL, limits);
  }

  private static HeldBytes held(byte[] bytes) {
    HeldBytes held = new HeldBytes();
    held.add(bytes, bytes.length);
    return held;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
