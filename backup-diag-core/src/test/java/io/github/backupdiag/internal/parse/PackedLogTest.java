package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.FileContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackedLogTest {

  @Test
  void inflatesASmallLogWhole() throws IOException {
    FileContent log = PackedLog.inflated(file(packed("one\ntwo\n")), 1000);
    assertThat(log.text()).isEqualTo("one\ntwo\n");
    assertThat(log.isComplete()).isTrue();
  }

  @Test
  void keepsTheEndOfALongOne() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 100_000; i++) {
      text.append("line ").append(i).append('\n');
    }
    FileContent log = PackedLog.inflated(file(packed(text.toString())), 1000);
    assertThat(log.text()).isEqualTo(text.substring(text.length() - 1000));
    assertThat(log.offset()).isEqualTo(text.length() - 1000);
    assertThat(log.size()).isEqualTo(text.length());
    assertThat(log.isComplete()).isFalse();
  }

  @Test
  void givesTheReadablePartOfADamagedOne() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("line ").append(i * 31).append('\n');
    }
    byte[] packed = packed(text.toString());
    FileContent log = PackedLog.inflated(file(Arrays.copyOf(packed, packed.length / 2)), 1 << 20);
    assertThat(text).startsWith(log.text());
    assertThat(log.text()).hasSizeGreaterThan(1000);
    assertThat(log.isComplete()).isFalse();
  }

  @Test
  void leavesOtherFilesAsTheyAre() {
    FileContent plain = FileContent.of("/log", "text");
    assertThat(PackedLog.inflated(plain, 10)).isSameAs(plain);
    FileContent end = new FileContent("/log.gz", new byte[] {0x1f, (byte) 0x8b, 8}, 7, 10, null);
    assertThat(PackedLog.inflated(end, 10)).isSameAs(end);
  }

  @Test
  void tellsFirstAndLastTime() {
    FileContent log =
        FileContent.of("/log", "rest\n2026-03-14T02:15:09Z a\nx\n2026-03-14T03:00:00Z b\n  c\n");
    assertThat(LogSpan.first(log, LogTime.Style.AGENT))
        .isEqualTo(Instant.parse("2026-03-14T02:15:09Z"));
    assertThat(LogSpan.last(log, LogTime.Style.AGENT))
        .isEqualTo(Instant.parse("2026-03-14T03:00:00Z"));
    assertThat(LogSpan.first(FileContent.of("/log", "x\n\n"), LogTime.Style.AGENT)).isNull();
    assertThat(LogSpan.last(FileContent.of("/log", "x\n\n"), LogTime.Style.AGENT)).isNull();
  }

  private static FileContent file(byte[] bytes) {
    return new FileContent("/var/log/waagent.log.2.gz", bytes, 0, bytes.length, null);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
