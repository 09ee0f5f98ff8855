package io.github.backupdiag.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class StreamScanFuzzTest {

  private static final int LONGEST = 32;

  private static final List<Phrase> PHRASES =
      List.of(
          StreamScanTest.phrase("Non-zero", null),
          StreamScanTest.phrase("Non-zero exit", "exit (?P<code>\\d+)"),
          StreamScanTest.phrase("exit", null),
          new Phrase("備份", null, false));

  private static final LineClock CLOCK =
      (bytes, from, to) -> to > from && bytes[from] == '2' ? Instant.EPOCH : LineClock.NONE;

  static Stream<byte[]> texts() {
    return Samples.of(
        "2 Non-zero exit 12\n Non-zero exit x\r\n備份",
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0exit\r\r\n",
        "2\u001b[31mNon-\u001b[0mzero exit 1\nx",
        "\ufeffexit\rexit");
  }

  /** Any bytes: the scan of the text that a first reading makes of them finds what it should. */
  @MethodSource("texts")
  @FuzzTest
  void findsWhatANaiveScanFinds(byte[] bytes) throws IOException {
    List<LineHit> hits = new ArrayList<>();
    new StreamScan(new Phrases(PHRASES), CLOCK, hit -> hit, new ScanSize(4 * LONGEST, LONGEST))
        .scan(new ByteArrayInputStream(bytes), 2, () -> false, hits::add);

    byte[] text;
    try (InputStream plain = PlainText.of(new ByteArrayInputStream(bytes))) {
      text = plain.readAllBytes();
    }
    assertThat(hits.stream().map(StreamScanFuzzTest::withoutOffset).toList())
        .isEqualTo(
            new NaiveScan(PHRASES, CLOCK, LONGEST)
                .scan(text).stream().map(StreamScanFuzzTest::withoutOffset).toList());
  }

  /** A line with colour codes has other offsets than the file. */
  private static LineHit withoutOffset(LineHit hit) {
    return new LineHit(hit.phrase(), hit.line(), 0, hit.time(), hit.text(), hit.values());
  }
}
