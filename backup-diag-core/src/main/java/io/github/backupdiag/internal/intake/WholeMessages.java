package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.flat.StringTable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the message that a text consists of without looking for any other: most inputs are one
 * message, pasted. Immutable.
 */
final class WholeMessages {

  /** Longer inputs are hardly ever one message. */
  static final int LONGEST = 512;

  private final int[] slots;
  private final StringTable forms;
  private final int[] numbers;

  /**
   * Takes what the index read.
   *
   * @param slots hash table: number of a message plus one, 0 where nothing is
   * @param forms all normal forms
   * @param numbers numbers of codes, sorted
   */
  WholeMessages(int[] slots, StringTable forms, int[] numbers) {
    this.slots = slots;
    this.numbers = numbers;
    this.forms = forms;
  }

  static int slot(int hash, int slots) {
    return (hash ^ (hash >>> 15)) & (slots - 1);
  }

  /**
   * Gives where the message stands, or null if the text is none, or holds a word that may be a
   * code.
   */
  @Nullable Place find(String text) {
    NormalForm form = new NormalForm(text, text.length());
    Joints joints = new Joints(text);
    WordTracker words = new WordTracker(text);
    char[] read = new char[text.length()];
    int length = 0;
    int hash = 0;
    int start = -1;
    int end = 0;
    for (int c = form.next(); c >= 0; c = form.next()) {
      if (length == read.length) {
        return null;
      }
      words.take(c, joints.isJoined(c, form.start(), form.end()), length, form.start(), form.end());
      start = start < 0 ? form.start() : start;
      end = form.end();
      read[length++] = (char) c;
      hash = hash * 31 + c;
    }
    words.end();
    boolean plain = saysNothing(words.found());
    int pattern = plain ? find(read, length, hash) : -1;
    return pattern < 0 ? null : new Place(pattern, start, end);
  }

  /** A number that no code has is a part of the message, as a year is. */
  private boolean saysNothing(List<Word> words) {
    for (Word word : words) {
      if (!word.isNumber() || Arrays.binarySearch(numbers, Integer.parseInt(word.plain())) >= 0) {
        return false;
      }
    }
    return true;
  }

  private int find(char[] read, int length, int hash) {
    int slot = slot(hash, slots.length);
    while (slots[slot] != 0) {
      int pattern = slots[slot] - 1;
      if (forms.equals(pattern, read, length)) {
        return pattern;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /**
   * Where a message stands.
   *
   * @param pattern its number
   * @param start place in the text
   * @param end place in the text
   */
  record Place(int pattern, int start, int end) {}
}
