package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.guest.internal.archive.Budget;
import io.github.backupdiag.guest.samples.Packing;
import io.github.backupdiag.guest.samples.TarWriter;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that were made to hurt, in a small heap. */
@Tag("small-heap")
class HostileBundlesTest {

  private static final String LOG = "var/log/waagent.log";
  private static final byte[] LINE =
      "2026-03-14T02:15:09.123456Z INFO ExtHandler ExtHandler hello\n"
          .getBytes(StandardCharsets.UTF_8);
  private static final Question<FileContent> END = Question.tail("/" + LOG, 8 << 20);
  private static final Question<FileContent> ZEROS = Question.tail("/var/log/zeros", 1 << 20);

  @TempDir private Path folder;

  @Test
  void readsTheLogBesideAnEntryOfZeros() throws Exception {
    Path file = folder.resolve("zeros.zip");
    try (ZipOutputStream zip = zip(file)) {
      put(zip, LOG, LINE);
      zip.putNextEntry(new ZipEntry("var/log/zeros"));
      zeros(zip, 400L << 20);
    }
    OfflineBundle bundle = OfflineBundle.open(file);
    assertThat(Asking.value(bundle, END).bytes()).isEqualTo(LINE);
    assertThat(Asking.ask(bundle, ZEROS)).isInstanceOf(Unavailable.class);
    assertThat(Asking.ask(bundle, ZEROS).toString()).contains("200 times its size");
  }

  @Test
  void keepsTheEndOfALongEntryOfAStream() throws Exception {
    Path file = folder.resolve("long.tar.gz");
    long size = 100L << 20;
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(
          new TarWriter().header('0', "etc/waagent.conf", "", TarWriter.octal(0)).bytes(), 0, 512);
      out.write(new TarWriter().header('0', LOG, "", TarWriter.octal(size)).bytes(), 0, 512);
      Random random = new Random(7);
      byte[] chunk = new byte[1 << 20];
      for (long written = 0; written < size; written += chunk.length) {
        random.nextBytes(chunk);
        System.arraycopy(LINE, 0, chunk, chunk.length - LINE.length, LINE.length);
        out.write(chunk);
      }
      out.write(new byte[1024]);
    }
    OfflineBundle bundle = OfflineBundle.open(file);
    FileContent end = Asking.value(bundle, END);
    assertThat(end.offset()).isEqualTo(size - (8 << 20));
    assertThat(end.text()).endsWith(new String(LINE, StandardCharsets.UTF_8));
    assertThat(end.reachesEnd()).isTrue();
    FileContent head =
        Asking.value(bundle, new Question.File("/" + LOG, 2 << 20, Question.Part.HEAD));
    assertThat(head.bytes()).hasSize(1 << 20);
    assertThat(head.isComplete()).isFalse();
  }

  @Test
  void stopsAtTheMostEntriesOfAZip() throws Exception {
    Path file = folder.resolve("many.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      writeEmptyEntries(out, 1_000_000);
    }
    OfflineBundle bundle = OfflineBundle.open(file);
    assertThat(bundle.isComplete()).isFalse();
    assertThat(bundle.limitations().toString()).contains("more than 100000 entries");
    assertThat(Asking.value(bundle, END).bytes()).isEqualTo(LINE);
  }

  @Test
  void stopsAtTheMostEntriesOfATar() throws Exception {
    Path file = folder.resolve("many.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(new TarWriter().file(LOG, LINE).bytes(), 0, 1024);
      for (int i = 0; i < 200_000; i++) {
        out.write(
            new TarWriter().header('0', "var/log/" + i, "", TarWriter.octal(0)).bytes(), 0, 512);
      }
    }
    OfflineBundle bundle = OfflineBundle.open(file);
    assertThat(bundle.isComplete()).isFalse();
    assertThat(bundle.limitations().toString()).contains("more than 100000 entries");
    assertThat(Asking.value(bundle, END).bytes()).isEqualTo(LINE);
  }

  @Test
  void opensArchivesInArchivesToADepthOfThree() throws Exception {
    byte[] third = Packing.zip(Map.of(LOG, LINE));
    byte[] fourth = Packing.zip(Map.of("a.zip", third));
    byte[] fifth = Packing.zip(Map.of("c", Packing.zip(Map.of("b", fourth))));
    OfflineBundle bundle = open(Packing.zip(Map.of("b", fourth)));
    assertThat(Asking.value(bundle, END).bytes()).isEqualTo(LINE);
    assertThatThrownBy(() -> open(fifth)).isInstanceOf(NotAGuestException.class);
  }

  @Test
  void survivesABombOfArchivesInArchives() throws Exception {
    byte[] bytes = new byte[8 << 20];
    for (int depth = 0; depth < 4; depth++) {
      Map<String, byte[]> copies = new HashMap<>();
      for (int i = 0; i < 16; i++) {
        copies.put(i + ".zip", bytes);
      }
      bytes = Packing.zip(copies);
    }
    byte[] bomb = bytes;
    assertThatThrownBy(() -> open(bomb))
        .isInstanceOf(NotAGuestException.class)
        .hasMessageContaining("is no bundle");
  }

  @Test
  void survivesAnEndlessStream() {
    Budget budget = new Budget(1000, 64 << 20, 1 << 30, 8 << 20, 200, 1 << 20, 3);
    Random random = new Random(7);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return random.nextInt(256);
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            byte[] some = new byte[length];
            random.nextBytes(some);
            System.arraycopy(some, 0, bytes, from, length);
            return length;
          }
        };
    assertThatThrownBy(() -> OfflineBundle.open(endless, "endless", budget))
        .isInstanceOf(NotAGuestException.class);
  }

  @Test
  void namesHostileNamesAndStaysInside() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(LOG, LINE);
    for (String name :
        new String[] {
          "../../etc/waagent.conf", "/var/log/absolute", "C:\\Windows\\x", "var/log/a\0b",
          "var/log/\u001b[31mred", "var/log/CON", "var/log/com1.txt", "var/log/../../../x"
        }) {
      files.put(name, LINE);
    }
    byte[] zip = Packing.zip(files);
    byte[] tar = Packing.tar("", files, Map.of());
    for (byte[] archive : new byte[][] {zip, tar}) {
      OfflineBundle bundle = open(archive);
      assertThat(Asking.value(bundle, END).bytes()).isEqualTo(LINE);
      assertThat(Asking.ask(bundle, Question.file("/etc/waagent.conf")))
          .isInstanceOf(Unavailable.class);
      assertThat(Asking.ask(bundle, Question.file("/var/log/absolute")))
          .isInstanceOf(Observed.class);
      assertThat(bundle.limitations().toString())
          .contains("../../etc/waagent.conf", "leads upwards", "absolute", "CON", "com1.txt")
          .doesNotContain("\u001b", "\0");
      assertThat(bundle.isComplete()).isTrue();
    }
  }

  @Test
  void neverLeavesTheBundleByLinks() throws Exception {
    TarWriter tar =
        new TarWriter()
            .file(LOG, LINE)
            .link("var/log/out", "../../../../../../../../etc/passwd")
            .link("var/log/passwd", "/etc/passwd")
            .link("var/log/loop", "loop")
            .link("var/log/same", "/var/log/waagent.log");
    OfflineBundle bundle = open(tar.bytes());
    for (String link : new String[] {"out", "passwd", "loop"}) {
      assertThat(Asking.ask(bundle, Question.file("/var/log/" + link)))
          .isInstanceOf(Unavailable.class);
    }
    assertThat(Asking.value(bundle, Question.file("/var/log/same")).bytes()).isEqualTo(LINE);
  }

  @Test
  void readsTheFirstOfANameThatComesTwiceInAZip() throws Exception {
    byte[] zip = Packing.zip(Map.of(LOG, LINE, "var/log/waagent.lox", new byte[] {'x'}));
    for (int i = 0; i + 19 <= zip.length; i++) {
      if (new String(zip, i, 19, StandardCharsets.ISO_8859_1).equals("var/log/waagent.lox")) {
        zip[i + 18] = 'g';
      }
    }
    OfflineBundle bundle = open(zip);
    assertThat(bundle.limitations().toString()).contains("comes twice");
    assertThat(Asking.value(bundle, END).bytes().length).isIn(1, LINE.length);
  }

  @Test
  void readsRepeatedLinesThatShrinkBelowAHundredth() throws Exception {
    byte[] log = new byte[LINE.length << 20];
    for (int at = 0; at < log.length; at += LINE.length) {
      System.arraycopy(LINE, 0, log, at, LINE.length);
    }
    Path file = Files.write(folder.resolve("log.zip"), Packing.zip(Map.of(LOG, log)));
    assertThat(Files.size(file)).isLessThan(log.length / 100);
    FileContent end = Asking.value(OfflineBundle.open(file), END);
    assertThat(end.size()).isEqualTo(log.length);
    assertThat(end.bytes()).hasSize(8 << 20);
  }

  private static OfflineBundle open(byte[] bytes) throws IOException {
    return OfflineBundle.open(new ByteArrayInputStream(bytes), "bundle");
  }

  /** A log, and then so many empty files; the JDK's writer would keep all of them in memory. */
  private static void writeEmptyEntries(OutputStream out, int count) throws IOException {
    int first = 30 + LOG.length() + LINE.length;
    int each = 30 + emptyName(0).length();
    out.write(zipHeader(0x04034b50, 30, LOG, LINE, 0));
    out.write(LINE);
    for (int i = 0; i < count; i++) {
      out.write(zipHeader(0x04034b50, 30, emptyName(i), new byte[0], 0));
    }
    out.write(zipHeader(0x02014b50, 46, LOG, LINE, 0));
    for (int i = 0; i < count; i++) {
      out.write(zipHeader(0x02014b50, 46, emptyName(i), new byte[0], first + i * each));
    }
    int directory = 46 + LOG.length() + count * (46 + emptyName(0).length());
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0, 0x06054b50).putShort(8, (short) (count + 1)).putShort(10, (short) (count + 1));
    end.putInt(12, directory).putInt(16, first + count * each);
    out.write(end.array());
  }

  private static String emptyName(int number) {
    return "var/log/" + (1_000_000 + number);
  }

  /** The header of a stored entry, at itself or in the directory, where all lies further behind. */
  private static byte[] zipHeader(int mark, int length, String name, byte[] content, int place) {
    CRC32 sum = new CRC32();
    sum.update(content);
    int shift = length == 46 ? 2 : 0;
    ByteBuffer header = ByteBuffer.allocate(length + name.length()).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, mark).putInt(14 + shift, (int) sum.getValue());
    header.putInt(18 + shift, content.length).putInt(22 + shift, content.length);
    header.putShort(26 + shift, (short) name.length());
    if (shift > 0) {
      header.putInt(42, place);
    }
    header.position(length).put(name.getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  private static ZipOutputStream zip(Path file) throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    zip.setLevel(9);
    return zip;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    zip.setMethod(ZipOutputStream.DEFLATED);
  }

  private static void zeros(OutputStream out, long count) throws IOException {
    byte[] chunk = new byte[1 << 20];
    for (long written = 0; written < count; written += chunk.length) {
      out.write(chunk);
    }
  }
}
