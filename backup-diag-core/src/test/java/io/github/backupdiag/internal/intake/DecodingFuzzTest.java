package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class DecodingFuzzTest {

  static Stream<byte[]> texts() {
    return Stream.of(
        "Sicherung für vm-1 ist fehlgeschlagen".getBytes(Charset.forName("windows-1252")),
        "バックアップに失敗しました".getBytes(Charset.forName("Shift_JIS")),
        "備份作業失敗".getBytes(Charset.forName("Big5")),
        "백업하지 못했습니다".getBytes(Charset.forName("x-windows-949")),
        "备份作业失败".getBytes(Charset.forName("GB18030")),
        "backup".getBytes(StandardCharsets.UTF_16LE),
        "\uFEFFbackup".getBytes(StandardCharsets.UTF_16BE),
        "\uFEFFbackup".getBytes(StandardCharsets.UTF_8));
  }

  /** Never more characters than bytes; what a byte order mark or UTF-8 says is believed. */
  @MethodSource("texts")
  @FuzzTest
  void decoded(byte[] bytes) {
    String text = Decoding.decoded(bytes);
    assertThat(text.length()).isLessThanOrEqualTo(bytes.length);
    assertThat(Decoding.decoded(bytes)).isEqualTo(text);

    String plain = text.replace("\uFEFF", "").replace("\u0000", "");
    for (Charset charset : Samples.UNICODE) {
      String encodable = new String(plain.getBytes(charset), charset);
      byte[] marked = ("\uFEFF" + encodable).getBytes(charset);
      assertThat(Decoding.decoded(marked)).isEqualTo(encodable);
    }
    byte[] utf8 = plain.getBytes(StandardCharsets.UTF_8);
    assertThat(Decoding.decoded(utf8)).isEqualTo(new String(utf8, StandardCharsets.UTF_8));
  }
}
