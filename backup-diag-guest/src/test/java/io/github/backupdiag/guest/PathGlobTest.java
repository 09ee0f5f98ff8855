package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {

  @Test
  void splitsBeforeTheFirstElementWithAWildcard() throws Exception {
    assertThat(PathGlob.of("/var/lib/waagent/*.xml"))
        .isEqualTo(new PathGlob("/var/lib/waagent", List.of("*.xml")));
    assertThat(PathGlob.of("/var/*/status/?.status"))
        .isEqualTo(new PathGlob("/var", List.of("*", "status", "?.status")));
  }

  @Test
  void takesTheParentOfAPathWithoutWildcard() throws Exception {
    assertThat(PathGlob.of("/etc/fstab")).isEqualTo(new PathGlob("/etc", List.of("fstab")));
  }

  @Test
  void keepsTheSlashOfRootAndDrive() throws Exception {
    assertThat(PathGlob.of("/*").directory()).isEqualTo("/");
    assertThat(PathGlob.of("C:/*").directory()).isEqualTo("C:/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "etc/*", "*", "/", "//", "/etc/*/..", "/a*/./b", "C:*", "1:/x"})
  void refusesWhatIsNoGlobOfNames(String glob) {
    assertThatThrownBy(() -> PathGlob.of(glob)).isInstanceOf(UnreadableException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "*.status, 12.status, true",
    "*.status, 12.status.bak, false",
    "?.status, 1.status, true",
    "?.status, 12.status, false",
    "a*b*c, a1b2b3c, true",
    "[ab], a, false",
    "[ab], [ab], true",
    "'{a,b}', a, false",
    "'{a,b}', '{a,b}', true",
    "!x, !x, true",
    "\\*, \\anything, true",
    "*, .hidden, true",
  })
  void onlyStarAndQuestionMarkAreSpecial(String pattern, String name, boolean matches) {
    assertThat(PathGlob.matches(pattern, name, false)).isEqualTo(matches);
  }

  @Test
  void aQuestionMarkStandsForOneCharacterAlsoOutsideTheBasicPlane() {
    assertThat(PathGlob.matches("?.log", "\uD83D\uDE80.log", false)).isTrue();
  }

  @Test
  void starsDoNotMatchInExponentialTime() {
    assertThat(PathGlob.matches("*a".repeat(60) + "b", "a".repeat(250), false)).isFalse();
  }

  @Test
  void caseCountsUnlessTheGuestIgnoresIt() {
    assertThat(PathGlob.matches("*.LOG", "WaAppAgent.log", false)).isFalse();
    assertThat(PathGlob.matches("*.LOG", "WaAppAgent.log", true)).isTrue();
  }

  @Property
  void matchesLikeTheRegularExpressionOfTheSameMeaning(
      @ForAll @StringLength(max = 8) @Chars({'a', 'b', '*', '?', '['}) String pattern,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') @Chars({'[', '\n'})
          String name) {
    String regex = pattern.chars().mapToObj(PathGlobTest::asRegex).collect(Collectors.joining());
    boolean expected = Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();

    assertThat(PathGlob.matches(pattern, name, false)).isEqualTo(expected);
  }

  private static String asRegex(int c) {
    return switch (c) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(c));
    };
  }
}
