package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void readsLinesWithAndWithoutEnd() throws Exception {
    assertThat(read("a\n\nb\r\nc", 10)).containsExactly("a", "", "b\r", "c");
    assertThat(read("a\n", 10)).containsExactly("a");
    assertThat(read("", 10)).isEmpty();
  }

  @Test
  void passesOverLongLines() throws Exception {
    assertThat(read("1234\n12345\n1234", 4)).containsExactly("1234", "too long", "1234");
  }

  @Test
  void readsLinesLongerThanItsBuffer() throws Exception {
    String line = "x".repeat(200_000);
    assertThat(read(line + "\n" + line + "\n", 200_000)).containsExactly(line, line);
  }

  @Test
  void keepsNothingOfAnEndlessLine() throws Exception {
    Lines lines = new Lines(new Endless(1L << 30), 8 << 20);
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.bytes().length).isLessThanOrEqualTo(8 << 20);
  }

  private static List<String> read(String text, int mostBytes) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Lines lines = new Lines(new ByteArrayInputStream(bytes), mostBytes);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(lines.isTooLong() ? "too long" : new String(lines.bytes(), StandardCharsets.UTF_8));
    }
    return read;
  }

  /** The same letter, over and over. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int given = (int) Math.min(left, length);
      left -= given;
      return given == 0 ? -1 : given;
    }
  }
}
