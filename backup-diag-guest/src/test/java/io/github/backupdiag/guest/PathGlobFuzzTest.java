package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PathGlobFuzzTest {

  static Stream<byte[]> globs() {
    return Stream.of("/var/log/*.lo?\n1.log", "C:/Windows*/x\nWINDOWS.old", "a*b*a\nabba")
        .map(glob -> glob.getBytes(StandardCharsets.UTF_8));
  }

  /** A glob, and in the next line a name that it may match. */
  @MethodSource("globs")
  @FuzzTest
  void matches(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
    String glob = lines[0].substring(0, Math.min(lines[0].length(), 40));
    String name = lines.length < 2 ? "" : lines[1].substring(0, Math.min(lines[1].length(), 40));

    assertThat(PathGlob.matches(glob, name, false)).isEqualTo(plain(glob).matcher(name).matches());
    assertThat(PathGlob.matches(glob, glob, true)).isTrue();
    try {
      PathGlob parsed = PathGlob.of(glob);
      assertThat(parsed.elements()).isNotEmpty().doesNotContain("", ".", "..");
      assertThat(glob).startsWith(PathGlob.literalPart(glob).replaceFirst("/$", ""));
    } catch (UnreadableException e) {
      assertThat(e).hasMessageContaining(glob);
    }
  }

  private static Pattern plain(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
