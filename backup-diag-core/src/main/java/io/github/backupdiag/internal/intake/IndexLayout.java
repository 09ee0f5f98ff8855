package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.internal.flat.FlatArrays;
import io.github.backupdiag.internal.flat.StringTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays out what can be recognised of a catalog for an {@link Index}. */
final class IndexLayout {

  private final List<Pattern> patterns;
  private final StringTable.Draft forms = new StringTable.Draft();
  private final StringTable.Draft words = new StringTable.Draft();

  private IndexLayout(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  static FlatArrays of(Catalog catalog) {
    PatternList list = patterns(catalog);
    IndexLayout layout = new IndexLayout(list.sorted());
    FlatArrays arrays = AutomatonLayout.of(layout.patterns.stream().map(Pattern::form).toList());
    int[] wholes = layout.wholes(new Automaton(arrays.reader()));
    layout.addPatterns(arrays);
    layout.addNumbers(catalog.codes(), arrays);
    layout.words.addTo(arrays);
    return arrays.add(wholes).addAll(list.sentences());
  }

  private static PatternList patterns(Catalog catalog) {
    PatternList patterns = new PatternList();
    List<ErrorCode> codes = catalog.codes();
    codes.forEach(patterns::addOfficial);
    codes.forEach(patterns::addDamaged);
    codes.forEach(patterns::addUnprefixed);
    Map<String, ErrorCode> byCode = new HashMap<>();
    codes.forEach(code -> byCode.put(code.code(), code));
    for (PortalMessage message : catalog.messages()) {
      ErrorCode code = byCode.get(message.code());
      if (code != null) {
        patterns.addMessage(message, code);
      }
    }
    return patterns;
  }

  private void addPatterns(FlatArrays arrays) {
    int[] wholeOnly = new int[patterns.size()];
    List<int[]> names = new ArrayList<>();
    List<int[]> messages = new ArrayList<>();
    for (int i = 0; i < wholeOnly.length; i++) {
      Pattern pattern = patterns.get(i);
      forms.number(pattern.form());
      wholeOnly[i] = pattern.wholeOnly() ? 1 : 0;
      names.add(pattern.names().stream().flatMapToInt(this::numbers).toArray());
      messages.add(pattern.messages().stream().flatMapToInt(this::numbers).toArray());
    }
    forms.addTo(arrays);
    arrays.add(wholeOnly).addLists(names).addLists(messages);
  }

  private java.util.stream.IntStream numbers(Pattern.Name name) {
    return java.util.stream.IntStream.of(
        words.number(name.code().code()),
        words.number(name.spelled()),
        words.number(name.kind().name()));
  }

  private java.util.stream.IntStream numbers(Pattern.Message message) {
    return java.util.stream.IntStream.of(
        words.number(message.code().code()), words.number(message.language()));
  }

  private void addNumbers(List<ErrorCode> codes, FlatArrays arrays) {
    TreeMap<Integer, Set<String>> numbered = new TreeMap<>();
    for (ErrorCode code : codes) {
      for (String number : code.numbers()) {
        if (number.matches("[0-9]{1,9}")) {
          numbered
              .computeIfAbsent(Integer.valueOf(number), key -> new TreeSet<>())
              .add(code.code());
        }
      }
    }
    List<int[]> named = new ArrayList<>();
    for (Set<String> names : numbered.values()) {
      named.add(names.stream().mapToInt(words::number).toArray());
    }
    arrays.add(numbered.keySet().stream().mapToInt(Integer::intValue).toArray()).addLists(named);
  }

  /** Makes the hash table of the messages that say nothing else: no code, no longer message. */
  private int[] wholes(Automaton automaton) {
    int[] slots = new int[Integer.highestOneBit(Math.max(1, patterns.size())) << 2];
    for (int number = 0; number < patterns.size(); number++) {
      if (saysNothingElse(number, automaton)) {
        int slot = WholeMessages.slot(patterns.get(number).form().hashCode(), slots.length);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = number + 1;
      }
    }
    return slots;
  }

  private boolean saysNothingElse(int number, Automaton automaton) {
    Pattern pattern = patterns.get(number);
    boolean begins =
        number + 1 < patterns.size() && patterns.get(number + 1).form().startsWith(pattern.form());
    return !pattern.messages().isEmpty() && !begins && !holdsName(pattern.form(), automaton);
  }

  private boolean holdsName(String form, Automaton automaton) {
    int state = Automaton.ROOT;
    for (int i = 0; i < form.length(); i++) {
      state = automaton.step(state, form.charAt(i));
      for (int at = automaton.ending(state);
          at != Automaton.ROOT;
          at = automaton.shorterEnding(at)) {
        if (!patterns.get(automaton.form(at)).names().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
