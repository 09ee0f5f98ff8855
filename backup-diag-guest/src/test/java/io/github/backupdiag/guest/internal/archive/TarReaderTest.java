package io.github.backupdiag.guest.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.backupdiag.guest.samples.Packing;
import io.github.backupdiag.guest.samples.TarWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {

  private static final byte[] ONE = bytes("one");

  @Test
  void readsFilesFoldersAndLinks() throws Exception {
    TarWriter tar =
        new TarWriter()
            .entry('5', "etc/", "", new byte[0])
            .file("etc/a", ONE)
            .link("etc/b", "a")
            .entry('1', "etc/c", "etc/a", new byte[0])
            .file("etc/empty", new byte[0]);
    for (byte[] archive : new byte[][] {tar.bytes(), Packing.gzip(tar.bytes())}) {
      Unpacked found = Unpacked.of(archive);
      assertThat(found.texts())
          .containsExactly(
              entry("etc/", "DIRECTORY"),
              entry("etc/a", "one"),
              entry("etc/b", "LINK to a"),
              entry("etc/c", "one"),
              entry("etc/empty", ""));
      assertThat(found.isCut()).isFalse();
      assertThat(found.said()).isEmpty();
    }
  }

  @Test
  void readsLongNamesOfBothKinds() throws Exception {
    String name = "n".repeat(150) + "/ü";
    byte[] posix = new TarWriter().file(name, ONE).file("next", ONE).bytes();
    byte[] gnu =
        new TarWriter().entry('L', "././@LongLink", "", bytes(name + "\0")).file("x", ONE).bytes();
    assertThat(Unpacked.of(posix).texts())
        .containsOnlyKeys(name, "next")
        .containsEntry(name, "one");
    assertThat(Unpacked.of(gnu).texts()).containsExactly(entry(name, "one"));
  }

  @Test
  void readsSizesOfEveryKind() throws Exception {
    byte[] binary = new byte[12];
    binary[0] = (byte) 0x80;
    binary[11] = 3;
    byte[] tar =
        new TarWriter()
            .header('0', "binary", "", binary)
            .padded(ONE)
            .entry('x', "pax", "", bytes("9 size=3\n"))
            .header('0', "pax", "", TarWriter.octal(0))
            .padded(ONE)
            .bytes();
    assertThat(Unpacked.of(tar).texts())
        .containsExactly(entry("binary", "one"), entry("pax", "one"));
  }

  @Test
  void namesWhatItDoesNotRead() throws Exception {
    byte[] tar =
        new TarWriter()
            .entry('3', "dev/zero", "", new byte[0])
            .entry('6', "run/pipe", "", new byte[0])
            .entry('S', "big", "", ONE)
            .entry('x', "pax", "", bytes("22 GNU.sparse.major=1\n"))
            .file("sparse", ONE)
            .entry('1', "alias", "never", new byte[0])
            .file("last", ONE)
            .bytes();
    Unpacked found = Unpacked.of(tar);
    assertThat(found.texts())
        .containsOnlyKeys("big", "sparse", "last")
        .containsEntry("last", "one");
    assertThat(found.texts().get("big")).startsWith("! a sparse file");
    assertThat(found.said()).contains("dev/zero", "run/pipe", "big", "sparse", "alias");
    assertThat(found.isCut()).isFalse();
  }

  @Test
  void takesTheLastOfANameThatComesTwice() throws Exception {
    byte[] tar = new TarWriter().file("a", ONE).file("b", ONE).file("a", bytes("two")).bytes();
    assertThat(Unpacked.of(tar).texts()).containsExactly(entry("b", "one"), entry("a", "two"));
  }

  @Test
  void usesWhatCameBeforeDamage() throws Exception {
    byte[] tar = new TarWriter().file("a", ONE).file("b", ONE).file("c", ONE).bytes();
    tar[1024 + 5] ^= 1;
    Unpacked found = Unpacked.of(tar);
    assertThat(found.texts()).containsExactly(entry("a", "one"));
    assertThat(found.isCut()).isTrue();
    assertThat(found.said()).isEqualTo("bundle is damaged; what came before is used");
  }

  @Test
  void usesWhatIsThereOfAFileThatWasCut() throws Exception {
    byte[] tar = new TarWriter().file("a", bytes("0123456789")).bytes();
    Unpacked found = Unpacked.of(Arrays.copyOf(tar, 512 + 4));
    assertThat(found.texts()).containsExactly(entry("a", "0123…"));
    assertThat(found.entries().get(0).content().size()).isEqualTo(10);
    assertThat(found.isCut()).isTrue();
  }

  @Test
  void knowsAnArchiveWithoutItsEnd() throws Exception {
    byte[] tar = new TarWriter().file("a", ONE).bytes();
    Unpacked found = Unpacked.of(Arrays.copyOf(tar, 1024));
    assertThat(found.texts()).containsExactly(entry("a", "one"));
    assertThat(found.isCut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"77777777777", "-1", "99999999999", "\u0080\u0080\u0080"})
  void survivesSizesThatAreLies(String size) throws Exception {
    byte[] field = Arrays.copyOf(size.getBytes(StandardCharsets.ISO_8859_1), 12);
    byte[] tar = new TarWriter().file("a", ONE).header('0', "liar", "", field).padded(ONE).bytes();
    assertThat(Unpacked.of(tar).texts()).containsEntry("a", "one");
  }

  @Test
  void refusesAHugeHeader() throws Exception {
    byte[] tar =
        new TarWriter()
            .file("a", ONE)
            .header('x', "pax", "", TarWriter.octal(1L << 31))
            .padded(ONE)
            .bytes();
    Unpacked found = Unpacked.of(tar);
    assertThat(found.texts()).containsExactly(entry("a", "one"));
    assertThat(found.said()).contains("has a header of 2147483648 bytes");
  }

  @Test
  void stopsAtTheMostEntries() throws Exception {
    TarWriter tar = new TarWriter();
    for (int i = 0; i < 1100; i++) {
      tar.file("f" + i, new byte[0]);
    }
    Unpacked found = Unpacked.of(tar.bytes());
    assertThat(found.entries()).hasSize(1000);
    assertThat(found.isCut()).isTrue();
    assertThat(found.said()).contains("more than 1000 entries");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
