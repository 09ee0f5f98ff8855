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

  /** The bit by which small letters differ from capitals. */
  private static final int SMALL = 0x20;

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
    Place plain = plain(text);
    return plain == null ? any(text) : plain;
  }

  /**
   * Finds a message of plain words, as most are, in as few steps as a cold machine has time for.
   */
  private @Nullable Place plain(String text) {
    char[] read = new char[text.length()];
    int length = 0;
    int hash = 0;
    int start = -1;
    int end = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isLetter(c)) {
        read[length] = (char) (c | SMALL);
        hash = hash * 31 + read[length++];
        start = start < 0 ? at : start;
        end = at + 1;
      } else if (c >= 0x80 || c == '&' || c == '\\' || c == '_' || (c >= '0' && c <= '9')) {
        return null;
      }
    }
    int pattern = find(read, length, hash);
    return pattern < 0 || mayHoldCode(text) ? null : new Place(pattern, start, end);
  }

  private static boolean isLetter(char c) {
    char small = (char) (c | SMALL);
    return c < 0x80 && small >= 'a' && small <= 'z';
  }

  /** Codes are long words with capitals inside, or begin as most codes do. */
  private static boolean mayHoldCode(String text) {
    int length = 0;
    boolean camel = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean goesOn = isLetter(c) && length > 0;
      camel = goesOn && (camel || (c < 'a' && text.charAt(at - 1) >= 'a'));
      length = isLetter(c) ? length + 1 : 0;
      if (length == WordTracker.SHORTEST && startsAsCode(text, at + 1 - length)) {
        return true;
      }
      if (camel && length >= WordTracker.SHORTEST) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAsCode(String text, int at) {
    return text.regionMatches(true, at, Humps.USER_ERROR, 0, Humps.USER_ERROR.length());
  }

  private @Nullable Place any(String text) {
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
