package io.github.backupdiag.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("guest-disk-full", "guest-agent-missing", "Vss-Writer", "guest-disk-fall");

  @Test
  void findsTheNearestFirstAndThoseAlikeInAlphabeticalOrder() {
    assertThat(Nearest.of("guest-disk-full", KNOWN, 3))
        .containsExactly("guest-disk-full", "guest-disk-fall");
    assertThat(Nearest.of("guest-disk-fxll", KNOWN, 3))
        .containsExactly("guest-disk-fall", "guest-disk-full");
    assertThat(Nearest.of("guest-disk-fxll", KNOWN, 1)).containsExactly("guest-disk-fall");
  }

  @Test
  void doesNotMindCase() {
    assertThat(Nearest.of("VSS-writer", KNOWN, 1)).containsExactly("Vss-Writer");
  }

  @Test
  void findsNothingThatIsMoreThanAThirdApart() {
    assertThat(Nearest.of("abcdefghi", List.of("abcdefxyz"), 3)).containsExactly("abcdefxyz");
    assertThat(Nearest.of("abcdefghi", List.of("abcdewxyz"), 3)).isEmpty();
    assertThat(Nearest.of("backup", KNOWN, 3)).isEmpty();
    assertThat(Nearest.of("x", List.of(), 3)).isEmpty();
  }

  @Test
  void suggestsTheNearestOrNothing() {
    assertThat(Nearest.suggestion("vss-writter", KNOWN)).isEqualTo("; did you mean 'Vss-Writer'?");
    assertThat(Nearest.suggestion("backup", KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, '', 3",
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "abc, abc, 0",
  })
  void countsChangedAddedAndLostCharacters(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b, 10)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a, 10)).isEqualTo(distance);
  }

  @Test
  void givesUpBeyondTheLimit() {
    assertThat(Nearest.distance("kitten", "sitting", 1)).isEqualTo(2);
  }
}
