package io.github.backupdiag.internal.flat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number in one array, so that those of which none is needed cost nothing. Immutable. */
public final class StringTable {

  private final char[] characters;
  private final int[] starts;

  /**
   * Reads a table.
   *
   * @param in gives what {@link Draft#addTo} added
   */
  public StringTable(FlatArrays.Reader in) {
    characters = in.chars();
    starts = in.ints();
  }

  /**
   * Counts the texts.
   *
   * @return how many there are
   */
  public int size() {
    return starts.length - 1;
  }

  /**
   * Gives the length of a text.
   *
   * @param number of the text
   * @return its characters
   */
  public int length(int number) {
    return starts[number + 1] - starts[number];
  }

  /**
   * Gives a text.
   *
   * @param number of the text
   * @return a new string
   */
  public String get(int number) {
    return new String(characters, starts[number], length(number));
  }

  /**
   * Tells whether a text is the first characters of an array.
   *
   * @param number of the text
   * @param other the array
   * @param length how many of its characters count
   * @return true if they are the same
   */
  public boolean equals(int number, char[] other, int length) {
    return java.util.Arrays.equals(
        characters, starts[number], starts[number + 1], other, 0, length);
  }

  /**
   * Compares as {@link String#compareTo}.
   *
   * @param number of the text
   * @param other a text to compare with
   * @return below 0, 0 or above 0
   */
  public int compare(int number, String other) {
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
  public static final class Draft {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Makes an empty table. */
    public Draft() {}

    /**
     * Gives the number of a text, a new one if it is new.
     *
     * @param text any text
     * @return its number
     */
    public int number(String text) {
      return numbers.computeIfAbsent(
          text,
          key -> {
            texts.add(key);
            return texts.size() - 1;
          });
    }

    /**
     * Adds the table as two arrays.
     *
     * @param arrays where to add
     */
    public void addTo(FlatArrays arrays) {
      int[] starts = new int[texts.size() + 1];
      for (int i = 0; i < texts.size(); i++) {
        starts[i + 1] = starts[i] + texts.get(i).length();
      }
      arrays.add(String.join("", texts).toCharArray()).add(starts);
    }
  }
}
