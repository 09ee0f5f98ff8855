package io.github.backupdiag.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamScanTest {

  private static final int LONGEST = 24;

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("failed", null),
          phrase("failed to", null),
          phrase("1 back", "(?:^| )(?P<code>1) back"),
          phrase("to ax", "to (?P<what>ax)$"),
          new Phrase("ax", null, false),
          phrase("백업", null));

  /** A digit and a colon are a time; a colon alone is one that cannot be trusted. */
  private static final LineClock CLOCK =
      (bytes, from, to) -> {
        if (to > from && bytes[from] == ':') {
          return null;
        }
        boolean stamp = to > from + 1 && bytes[from + 1] == ':' && bytes[from] >= '0';
        return stamp ? Instant.ofEpochSecond(bytes[from]) : LineClock.NONE;
      };

  static Phrase phrase(String literal, String regex) {
    return new Phrase(literal, regex == null ? null : new Expression(regex), true);
  }

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "failed",
            "failed to",
            "1 back",
            "11 back",
            "to ax",
            "ax",
            "백업",
            " ",
            "x",
            "fai",
            "led",
            "\n",
            "\n",
            "\n3:",
            "\n:",
            "\r\n",
            "\r",
            "\0",
            "\0\0\0\0\0\0",
            "\u001b[31m",
            "\u001b",
            "é",
            "a longer text without any meaning ",
            "1 b\u001b[0mack");
    return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void findsWhatANaiveScanFinds(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 4 * LONGEST, max = 200) int chunk,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    byte[] bytes = ("4:\n" + text).getBytes(StandardCharsets.UTF_8);

    assertThat(comparable(scan(bytes, chunk, threads)))
        .isEqualTo(comparable(new NaiveScan(PHRASES, CLOCK, LONGEST).scan(bytes)));
  }

  @Property(tries = 500)
  void takesAnyBytes(
      @ForAll byte[] noise, @ForAll @IntRange(min = 4 * LONGEST, max = 200) int chunk) {
    byte[] bytes = new byte[noise.length + 9];
    System.arraycopy("4:failed\n".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 9);
    System.arraycopy(noise, 0, bytes, 9, noise.length);

    assertThat(comparable(scan(bytes, chunk, 2)))
        .isEqualTo(comparable(new NaiveScan(PHRASES, CLOCK, LONGEST).scan(bytes)));
  }

  /** A line with colour codes has other offsets than the file. */
  private static List<LineHit> comparable(List<LineHit> hits) {
    return hits.stream()
        .map(hit -> new LineHit(hit.phrase(), hit.line(), 0, hit.time(), hit.text(), hit.values()))
        .toList();
  }

  @Test
  void tellsLineOffsetTimeAndValues() {
    assertThat(scan(utf8("3:none\n4:got 1 back\nfailed\n"), 4096, 1))
        .containsExactly(
            new LineHit(
                2,
                2,
                13,
                Instant.ofEpochSecond('4'),
                "4:got 1 back",
                java.util.Map.of("code", "1")),
            new LineHit(0, 3, 20, Instant.ofEpochSecond('4'), "failed", java.util.Map.of()));
  }

  @Test
  void doesNotTakeALongerLiteralWhoseExpressionIsNotFound() {
    assertThat(scan(utf8("11 back\n"), 4096, 1)).isEmpty();
    assertThat(scan(utf8("to axe"), 4096, 1)).extracting(LineHit::phrase).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void readsTextsOfWindows(String charset) {
    String text = "one\r\n4:two failed to\r\n백업 three\r\n";
    assertThat(scan(text.getBytes(Charset.forName(charset)), 4096, 1))
        .extracting(LineHit::phrase, LineHit::line, LineHit::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 2L, "4:two failed to"),
            org.assertj.core.groups.Tuple.tuple(5, 3L, "백업 three"));
  }

  @Test
  void passesOverAMarkOfUtf8() {
    assertThat(scan(utf8("\ufeff4:failed"), 4096, 1).get(0).time())
        .isEqualTo(Instant.ofEpochSecond('4'));
  }

  @Test
  void countsLinesThatEndWithReturnsOnly() {
    assertThat(scan(utf8("a\rb\rfailed\rc"), 4096, 1))
        .extracting(LineHit::line, LineHit::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, "failed"));
  }

  @Test
  void leavesAReturnInsideALineOfOtherTexts() {
    assertThat(scan(utf8("10%\r20%\rfailed\nfailed\n"), 4096, 1))
        .extracting(LineHit::line)
        .containsExactly(1L, 2L);
  }

  @Test
  void readsALineBehindTheHoleOfAnEmptiedLog() {
    byte[] bytes = new byte[100_000 + 10];
    System.arraycopy(utf8("4:failed x"), 0, bytes, 100_000, 10);
    assertThat(scan(bytes, 4096, 2))
        .containsExactly(
            new LineHit(
                0, 1, 100_002, Instant.ofEpochSecond('4'), "4:failed x", java.util.Map.of()));
  }

  @Test
  void findsTheLastLineWithoutAnEnd() {
    assertThat(scan(utf8("x\n".repeat(5000) + "failed"), 256, 2))
        .extracting(LineHit::line)
        .containsExactly(5001L);
  }

  @Test
  void keepsTheOrderWhateverManyThreads() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(i % 7 == 0 ? "4:failed " : "nothing ").append(i).append('\n');
    }
    List<LineHit> one = scan(utf8(text.toString()), 512, 1);
    assertThat(one).hasSize(2858);
    assertThat(scan(utf8(text.toString()), 512, 4)).isEqualTo(one);
  }

  @Test
  void usesWhatWasReadOfADamagedText() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unexpected end");
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            throw new IOException("unexpected end");
          }
        };
    List<LineHit> hits = new ArrayList<>();
    StreamScan.Outcome outcome =
        scanner(4096)
            .scan(
                new SequenceInputStream(new ByteArrayInputStream(utf8("x\nfailed")), broken),
                2,
                () -> false,
                hits::add);
    assertThat(hits).hasSize(1);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.damage()).hasMessage("unexpected end");
    assertThat(outcome.bytes()).isEqualTo(8);
  }

  @Test
  void passesOnWhatTheTakerThrows() {
    assertThatThrownBy(
            () ->
                scanner(4096)
                    .scan(
                        new ByteArrayInputStream(utf8("failed\n".repeat(50_000))),
                        3,
                        () -> false,
                        hit -> {
                          throw new IllegalStateException("full");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full");
  }

  @Test
  void stopsWhenAsked() {
    AtomicLong asked = new AtomicLong();
    List<LineHit> hits = new ArrayList<>();
    StreamScan.Outcome outcome =
        scanner(4096)
            .scan(
                new ByteArrayInputStream(utf8("failed\n".repeat(50_000))),
                1,
                () -> asked.incrementAndGet() > 3,
                hits::add);
    assertThat(outcome.complete()).isFalse();
    assertThat(hits).isNotEmpty().hasSizeLessThan(5000);
  }

  @Test
  void leavesNoThread() {
    scan(utf8("failed\n".repeat(50_000)), 4096, 4);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("log-scan-"));
  }

  @Test
  void refusesALiteralThatAChunkMayNotHold() {
    assertThatThrownBy(
            () -> new StreamScan(new Phrases(PHRASES), CLOCK, hit -> hit, new ScanSize(64, 8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<LineHit> scan(byte[] bytes, int chunk, int threads) {
    List<LineHit> hits = new ArrayList<>();
    StreamScan.Outcome outcome =
        scanner(chunk).scan(new ByteArrayInputStream(bytes), threads, () -> false, hits::add);
    assertThat(outcome.complete()).isTrue();
    return hits;
  }

  private static StreamScan scanner(int chunk) {
    return new StreamScan(
        new Phrases(PHRASES), CLOCK, UnaryOperator.identity(), new ScanSize(chunk, LONGEST));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
