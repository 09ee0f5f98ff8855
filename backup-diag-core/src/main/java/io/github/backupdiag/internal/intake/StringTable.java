package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number in one array, so that those of which none is needed cost nothing. Immutable. */
final class StringTable {

  private final char[] characters;
  private final int[] starts;

  StringTable(FlatArrays.Reader in) {
    characters = in.chars();
    starts = in.ints();
  }

  int size() {
    return starts.length - 1;
  }

  int length(int number) {
    return starts[number + 1] - starts[number];
  }

  String get(int number) {
    return new String(characters, starts[number], length(number));
  }

  /** Tells whether a text is the first characters of an array. */
  boolean equals(int number, char[] other, int length) {
    return java.util.Arrays.equals(
        characters, starts[number], starts[number + 1], other, 0, length);
  }

  /** Compares as {@link String#compareTo}. */
  int compare(int number, String other) {
    int shorter = Math.min(length(number), other.length());
    for (int i = 0; i < shorter; i++) {
      int difference = characters[starts[number] + i] - other.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length(number) - other.length();
  }

  /** Collects texts. */
  static final class Draft {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Gives the number of a text, a new one if it is new. */
    int number(String text) {
      return numbers.computeIfAbsent(
          text,
          key -> {
            texts.add(key);
            return texts.size() - 1;
          });
    }

    void addTo(FlatArrays arrays) {
      int[] starts = new int[texts.size() + 1];
      for (int i = 0; i < texts.size(); i++) {
        starts[i + 1] = starts[i] + texts.get(i).length();
      }
      arrays.add(String.join("", texts).toCharArray()).add(starts);
    }
  }
}
