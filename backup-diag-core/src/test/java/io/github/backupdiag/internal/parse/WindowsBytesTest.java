package io.github.backupdiag.internal.parse;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsBytesTest {

  private static final String TEXT = "Zeile eins\r\nGerät 2\r\n";

  static Stream<Charset> charsets() {
    return Stream.of(UTF_8, UTF_16LE, UTF_16BE);
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void readsTextWithAndWithoutAMark(Charset charset) {
    assertThat(WindowsBytes.text(TEXT.getBytes(charset))).isEqualTo(TEXT);
    assertThat(WindowsBytes.text(("\ufeff" + TEXT).getBytes(charset))).isEqualTo(TEXT);
  }

  @Test
  void takesTheMarkForTheOrderAlsoOfTextWithoutZeroes() {
    assertThat(WindowsBytes.text("\ufeff한국어".getBytes(UTF_16LE))).isEqualTo("한국어");
    assertThat(WindowsBytes.text("\ufeff한국어".getBytes(UTF_16BE))).isEqualTo("한국어");
    assertThat(WindowsBytes.text(new byte[] {(byte) 0xFE})).isEqualTo("\ufffd");
    assertThat(WindowsBytes.text(new byte[] {(byte) 0xFF, (byte) 0xFE})).isEmpty();
  }

  @Test
  void doesNotTakeAFewZeroesForUtf16() {
    String log = "x".repeat(90) + "\0".repeat(10) + "x".repeat(20);

    assertThat(WindowsBytes.text(log.getBytes(UTF_8))).isEqualTo(log);
  }

  @Test
  void judgesByTheBeginning() {
    String log = "x".repeat(512) + "\0".repeat(5000);

    assertThat(WindowsBytes.text(log.getBytes(UTF_8))).isEqualTo(log);
  }

  @Test
  void leavesAFileAloneThatIsUtf8() {
    FileContent file = FileContent.of("/a.log", TEXT);

    assertThat(WindowsBytes.utf8(file)).isSameAs(file);
  }

  @Test
  void leavesOutTheMarkOfUtf8() {
    FileContent plain = WindowsBytes.utf8(FileContent.of("/a.log", "\ufeff" + TEXT));

    assertThat(plain.text()).isEqualTo(TEXT);
    assertThat(plain.isComplete()).isTrue();
    assertThat(WindowsBytes.utf8(FileContent.of("/b", "\ufeff")).bytes()).isEmpty();
  }

  @Test
  void aWholeFileStaysWhole() {
    byte[] bytes = TEXT.getBytes(UTF_16LE);
    FileContent plain = WindowsBytes.utf8(new FileContent("/a.log", bytes, 0, bytes.length, null));

    assertThat(plain.text()).isEqualTo(TEXT);
    assertThat(plain.isComplete()).isTrue();
    assertThat(plain.size()).isEqualTo(TEXT.getBytes(UTF_8).length);
  }

  @Test
  void theEndOfAFileStaysItsEnd() {
    byte[] bytes = TEXT.getBytes(UTF_16LE);
    FileContent end =
        WindowsBytes.utf8(new FileContent("/a", bytes, 1000, 1000 + bytes.length, null));

    assertThat(end.offset()).isEqualTo(1000);
    assertThat(end.size()).isEqualTo(1000 + end.bytes().length);
  }

  @Test
  void theBeginOfAFileLacksAsMuchAsBefore() {
    byte[] bytes = Arrays.copyOf(TEXT.getBytes(UTF_16LE), 20);
    FileContent begin = WindowsBytes.utf8(new FileContent("/a", bytes, 100, 500, null));

    assertThat(begin.text()).isEqualTo("Zeile eins");
    assertThat(begin.isComplete()).isFalse();
    assertThat(begin.size() - begin.offset() - begin.bytes().length).isEqualTo(500 - 100 - 20);
  }
}
