package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

  public enum Colour {
    RED,
    GREEN
  }

  public record Point(int x, long y) {}

  public record Tree(String name, List<Tree> children) {}

  public record Everything(
      String text,
      int small,
      @Nullable Integer smallBox,
      long big,
      Long bigBox,
      double real,
      Double realBox,
      boolean flag,
      Boolean flagBox,
      Colour colour,
      @Nullable Instant time,
      Duration length,
      @Nullable Point point,
      List<Point> points,
      Map<String, Duration> lengths,
      @Nullable String remark) {}

  public record Strict(String word) {
    public Strict {
      if (word.isBlank()) {
        throw new IllegalStateException("word is blank");
      }
    }
  }

  record Hidden(String word) {}

  private static final Everything EXAMPLE =
      new Everything(
          "wörd\u0000\n\"",
          Integer.MIN_VALUE,
          7,
          Long.MAX_VALUE,
          8L,
          -0.1,
          1e300,
          true,
          false,
          Colour.GREEN,
          Instant.parse("2026-11-20T12:00:00.123456789Z"),
          Duration.ofMillis(-1),
          new Point(1, 2),
          List.of(new Point(3, 4)),
          Map.of("freeze", Duration.ofSeconds(60)),
          null);

  private static <T extends Record> FactCodec<T> codec(Class<T> type) {
    return FactKey.record("acme.thing", type).codec();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(Everything value) {
    return (Map<String, Object>) codec(Everything.class).encode(value);
  }

  @Test
  void givesBackEveryTypeOfComponent() {
    assertThat(codec(Everything.class).decode(tree(EXAMPLE))).isEqualTo(EXAMPLE);
  }

  @Test
  void leavesMissingComponentsOut() {
    assertThat(tree(EXAMPLE)).doesNotContainKey("remark").containsEntry("colour", "GREEN");
  }

  @Test
  void storesRecordsThatHoldThemselves() {
    Tree tree = new Tree("root", List.of(new Tree("leaf", List.of())));

    assertThat(codec(Tree.class).decode(codec(Tree.class).encode(tree))).isEqualTo(tree);
  }

  @Test
  void skipsComponentsOfNewerVersions() {
    Map<String, Object> newer = new LinkedHashMap<>(Map.of("x", 1L, "y", 2L, "z", List.of(3L)));

    assertThat(codec(Point.class).decode(newer)).isEqualTo(new Point(1, 2));
  }

  @Test
  void writesMapsInAlphabeticalOrderSoThatEqualFactsGiveEqualBytes() {
    Map<String, Duration> unordered = new LinkedHashMap<>();
    List.of("c", "a", "b").forEach(key -> unordered.put(key, Duration.ZERO));
    record Lengths(Map<String, Duration> lengths) {}

    Map<?, ?> tree = (Map<?, ?>) codec(Lengths.class).encode(new Lengths(unordered));

    assertThat(((Map<?, ?>) tree.get("lengths")).keySet().toString()).isEqualTo("[a, b, c]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void readsNumbersThatJsonHasNoWordFor(double number) {
    record Real(double real) {}

    Real read = codec(Real.class).decode(Map.of("real", Double.toString(number)));

    assertThat(read).isEqualTo(new Real(number));
  }

  @Test
  void namesAMissingPrimitive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Point.class).decode(Map.of("x", 1L)))
        .withMessage("Point.y is missing");
  }

  @Test
  void namesAMissingObjectThatMayNotBeNull() {
    Map<String, Object> tree = new HashMap<>(tree(EXAMPLE));
    tree.remove("colour");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Everything.class).decode(tree))
        .withMessage("Everything.colour is missing");
  }

  @Test
  void takesAMissingListOrMapForAnEmptyOneAndAMissingObjectForNull() {
    Map<String, Object> tree = new HashMap<>(tree(EXAMPLE));
    tree.keySet().removeAll(List.of("points", "lengths", "smallBox", "point", "time"));

    Everything read = codec(Everything.class).decode(tree);

    assertThat(read.points()).isEmpty();
    assertThat(read.lengths()).isEmpty();
    assertThat(read.smallBox()).isNull();
    assertThat(read.point()).isNull();
    assertThat(read.time()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "text, `expected a string, found Long`",
        "big, `expected a whole number, found Double`",
        "real, `expected a number, found Boolean`",
        "flag, `expected a boolean, found String`",
        "flagBox, `expected a boolean, found String`",
        "colour, `'BLUE' is not a Colour`",
        "time, `'noon' is not a UTC time`",
        "length, `'long' is not a duration`",
        "small, 4294967296 does not fit into 32 bits",
        "points, `expected a list, found String`",
        "lengths, `expected a map, found String`",
        "point, `expected a map, found String`",
      })
  void namesThePartThatHasAnotherShape(String component, String expected) {
    Map<String, Object> wrong =
        Map.ofEntries(
            Map.entry("text", 1L),
            Map.entry("big", 1.5),
            Map.entry("real", true),
            Map.entry("flag", "yes"),
            Map.entry("flagBox", "yes"),
            Map.entry("colour", "BLUE"),
            Map.entry("time", "noon"),
            Map.entry("length", "long"),
            Map.entry("small", 4_294_967_296L),
            Map.entry("points", "none"),
            Map.entry("lengths", "none"),
            Map.entry("point", "none"));
    Map<String, Object> tree = new HashMap<>(tree(EXAMPLE));
    tree.put(component, wrong.get(component));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Everything.class).decode(tree))
        .withMessage("Everything." + component + ": " + expected);
  }

  @Test
  void namesThePathToAPartInsideAList() {
    Map<String, Object> tree = new HashMap<>(tree(EXAMPLE));
    tree.put("points", List.of(Map.of("x", "one", "y", 2L)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Everything.class).decode(tree))
        .withMessageStartingWith("Everything.points: Point.x: expected a whole number");
  }

  @Test
  void refusesWhatTheRecordItselfRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Strict.class).decode(Map.of("word", " ")))
        .withMessageContaining("word is blank");
  }

  @Test
  void refusesAValueThatIsNoObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec(Point.class).decode("1,2"))
        .withMessage("expected a map, found String");
  }

  @Test
  void givesListsAndMapsThatCannotBeChanged() {
    Everything read = codec(Everything.class).decode(tree(EXAMPLE));

    assertThat(read.points()).isUnmodifiable();
    assertThat(read.lengths()).isUnmodifiable();
  }

  @Test
  void storesRecordsOfItsOwnPackage() {
    Hidden hidden = new Hidden("word");

    assertThat(codec(Hidden.class).decode(codec(Hidden.class).encode(hidden))).isEqualTo(hidden);
  }
}
