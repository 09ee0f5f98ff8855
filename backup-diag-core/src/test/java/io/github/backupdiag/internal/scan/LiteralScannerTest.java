package io.github.backupdiag.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralScannerTest {

  @Test
  void findsOverlappingAndEqualLiterals() {
    assertThat(hits("ushers", "he", "she", "his", "hers", "he"))
        .containsExactlyInAnyOrder("0@2", "1@1", "3@2", "4@2");
  }

  @Test
  void findsBytesOutsideAscii() {
    assertThat(hits("가 no", "가")).containsExactly("0@0");
  }

  @Test
  void refusesAnEmptyLiteral() {
    assertThatThrownBy(() -> scanner(List.of(""))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsNothingWithoutLiterals() {
    assertThat(hits("anything")).isEmpty();
  }

  @Property
  void findsWhatAPlainSearchFinds(
      @ForAll @Size(min = 1, max = 6)
          List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> literals,
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') String text) {
    assertThat(new TreeSet<>(hits(text, literals.toArray(String[]::new))))
        .isEqualTo(new TreeSet<>(plain(text, literals)));
  }

  @Property(tries = 200)
  void findsInALongTextWhatAPlainSearchFinds(
      @ForAll @Size(min = 1, max = 5)
          List<@StringLength(min = 1, max = 20) @CharRange(from = 'a', to = 'b') String> literals,
      @ForAll @IntRange(max = 9) int rest,
      @ForAll Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4096 + rest) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    assertThat(hits(text.toString(), literals.toArray(String[]::new)))
        .containsExactlyInAnyOrderElementsOf(plain(text.toString(), literals));
  }

  @Test
  void comparesWhatTheTableTakesForTheSame() {
    assertThat(hits("error 12 Error 13 ERROR 12", "Error 12", "Error 13")).containsExactly("1@9");
  }

  private static List<String> plain(String text, List<String> literals) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      String literal = literals.get(i);
      for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        expected.add(i + "@" + at);
      }
    }
    return expected;
  }

  private static LiteralScanner scanner(List<String> literals) {
    return LiteralScanner.of(
        literals.stream().map(literal -> literal.getBytes(StandardCharsets.UTF_8)).toList());
  }

  private static List<String> hits(String text, String... literals) {
    List<String> hits = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Occurrences found = new Occurrences();
    scanner(List.of(literals)).scan(bytes, 0, bytes.length, found);
    for (int i = 0; i < found.count(); i++) {
      hits.add(found.literal(i) + "@" + found.start(i));
    }
    return hits;
  }
}
