package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class AutomatonProperties {

  @Property
  void it_finds_what_a_plain_search_finds(
      @ForAll @Size(max = 12)
          Set<@NotEmpty @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String> forms,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 60) String text) {
    assertThat(found(List.copyOf(new TreeSet<>(forms)), text))
        .containsExactlyInAnyOrderElementsOf(plain(forms, text));
  }

  @Property
  void its_last_state_is_the_longest_beginning_at_the_end_of_the_text(
      @ForAll @Size(max = 12)
          Set<@NotEmpty @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String> forms,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 20) String text) {
    List<String> sorted = List.copyOf(new TreeSet<>(forms));
    Automaton automaton = automaton(sorted);
    int state = Automaton.ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.step(state, text.charAt(i));
    }

    String end = text.substring(text.length() - automaton.depth(state));
    assertThat(sorted.subList(automaton.firstForm(state), automaton.endOfForms(state)))
        .allMatch(form -> form.startsWith(end));
    String longer = text.substring(Math.max(0, text.length() - end.length() - 1));
    assertThat(forms).noneMatch(form -> !longer.equals(end) && form.startsWith(longer));
  }

  private static Automaton automaton(List<String> sorted) {
    return new Automaton(AutomatonLayout.of(sorted).reader());
  }

  private static List<String> found(List<String> sorted, String text) {
    Automaton automaton = automaton(sorted);
    List<String> found = new ArrayList<>();
    int state = Automaton.ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.step(state, text.charAt(i));
      int at = automaton.ending(state);
      while (at != Automaton.ROOT) {
        found.add(sorted.get(automaton.form(at)) + "@" + (i + 1));
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
