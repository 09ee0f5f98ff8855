package io.github.backupdiag.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralScannerFuzzTest {

  static Stream<byte[]> texts() {
    return Samples.of("a\nab\nbab\nab\nabcababab", "é\n備\n備份\n備份é備", "\n\n");
  }

  /** The last line is searched for those before it. Each byte is a letter of Latin-1. */
  @MethodSource("texts")
  @FuzzTest
  void findsWhatAPlainSearchFinds(byte[] bytes) {
    List<String> lines = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 20));
    String text = lines.get(lines.size() - 1);
    List<String> literals =
        lines.subList(0, lines.size() - 1).stream().filter(line -> !line.isEmpty()).toList();

    Occurrences places = new Occurrences();
    LiteralScanner.of(literals.stream().map(LiteralScannerFuzzTest::bytes).toList())
        .scan(bytes(text), 0, text.length(), places);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < places.count(); i++) {
      assertThat(places.start(i)).isGreaterThanOrEqualTo(places.start(Math.max(0, i - 1)));
      found.add(places.literal(i) + "@" + places.start(i));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(plain(literals, text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> plain(List<String> literals, String text) {
    List<String> found = new ArrayList<>();
    for (int literal = 0; literal < literals.size(); literal++) {
      String wanted = literals.get(literal);
      for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        found.add(literal + "@" + at);
      }
    }
    return found;
  }
}
