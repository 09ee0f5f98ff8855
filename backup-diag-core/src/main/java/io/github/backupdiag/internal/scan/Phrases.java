package io.github.backupdiag.internal.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Phrases and the scanner of their literals. Immutable and thread-safe. */
public final class Phrases {

  private static final byte[] ESCAPE = {ColourCodes.ESCAPE};

  private final List<Phrase> phrases;

  /** Numbers of the phrases, those with the longest literal first. */
  private final int[] order;

  private final int[] lengths;
  private final LiteralScanner scanner;

  /**
   * Compiles phrases.
   *
   * @param phrases what to find; a number of a phrase is its place in this list
   */
  public Phrases(List<Phrase> phrases) {
    this.phrases = List.copyOf(phrases);
    List<byte[]> literals =
        phrases.stream().map(each -> each.literal().getBytes(StandardCharsets.UTF_8)).toList();
    this.order =
        IntStream.range(0, literals.size())
            .boxed()
            .sorted(Comparator.comparing(number -> -literals.get(number).length))
            .mapToInt(Integer::intValue)
            .toArray();
    List<byte[]> sorted = new ArrayList<>();
    Arrays.stream(order).mapToObj(literals::get).forEach(sorted::add);
    sorted.add(ESCAPE);
    this.lengths = sorted.stream().mapToInt(literal -> literal.length).toArray();
    this.scanner = LiteralScanner.of(sorted);
  }

  /**
   * Looks for all literals.
   *
   * @param bytes what to look through
   * @param from first offset
   * @param to offset behind the last byte
   * @param found takes the places of literals, those that start at one place the longest first
   */
  public void scan(byte[] bytes, int from, int to, Occurrences found) {
    scanner.scan(bytes, from, to, found);
  }

  int count() {
    return phrases.size();
  }

  Phrase get(int phrase) {
    return phrases.get(phrase);
  }

  /** The phrase of an occurrence, or -1 if it is the begin of a colour code. */
  int phrase(int literal) {
    return literal < order.length ? order[literal] : -1;
  }

  int length(int literal) {
    return lengths[literal];
  }

  int longest() {
    return lengths[0];
  }
}
