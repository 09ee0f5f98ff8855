package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class AutomatonFuzzTest {

  static Stream<byte[]> texts() {
    return Samples.of("a\nab\nbab\nabcababab", "é\n備\n備份\n備份é備", "\n\n");
  }

  /** The last line is searched for those before it. */
  @MethodSource("texts")
  @FuzzTest
  void findsWhatAPlainSearchFinds(byte[] bytes) {
    List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", 20));
    String text = lines.get(lines.size() - 1);
    TreeSet<String> forms = new TreeSet<>(lines.subList(0, lines.size() - 1));
    forms.remove("");

    assertThat(found(List.copyOf(forms), text))
        .containsExactlyInAnyOrderElementsOf(plain(forms, text));
  }

  private static List<String> found(List<String> forms, String text) {
    Automaton automaton = new Automaton(AutomatonLayout.of(forms).reader());
    List<String> found = new ArrayList<>();
    int state = Automaton.ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.step(state, text.charAt(i));
      int at = automaton.ending(state);
      while (at != Automaton.ROOT) {
        found.add(forms.get(automaton.form(at)) + "@" + (i + 1));
        at = automaton.shorterEnding(at);
      }
    }
    return found;
  }

  private static List<String> plain(Set<String> forms, String text) {
    List<String> found = new ArrayList<>();
    for (String form : forms) {
      for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        found.add(form + "@" + (at + form.length()));
      }
    }
    return found;
  }
}
