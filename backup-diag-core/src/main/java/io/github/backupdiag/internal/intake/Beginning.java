package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As much of an input as is read, and what was left out for that. Readers hold lines and decoded
 * text in memory, some of them several times: what goes in must be bounded once, in front of all.
 *
 * @param text the text to read
 * @param problems what was left out, one line each
 */
public record Beginning(String text, List<String> problems) {

  /** Logs have five times as many characters in a line as a text of this many lines could have. */
  private static final int MOST_LINES = 400_000;

  /** Characters beyond Latin-1 take two bytes each in every copy of a text. */
  private static final int MOST_WIDE = Recognition.LIMIT / 2;

  private static final char LAST_NARROW = 0xff;

  /** The first combining mark of Unicode. */
  private static final char FIRST_MARK = 0x300;

  private static final int HIGHEST = 32;

  /**
   * Copies the list.
   *
   * @param text the text to read
   * @param problems what was left out
   */
  public Beginning {
    problems = List.copyOf(problems);
  }

  /**
   * Takes the beginning of a text.
   *
   * @param text any text
   * @return all of it, unless it is too long
   */
  public static Beginning of(String text) {
    return of(text, new ArrayList<>());
  }

  /**
   * Decodes the beginning of an input.
   *
   * @param bytes any bytes
   * @return all of it, unless it is too long
   */
  public static Beginning of(byte[] bytes) {
    List<String> problems = new ArrayList<>();
    byte[] read = bytes;
    if (bytes.length > Recognition.LIMIT) {
      read = Arrays.copyOf(bytes, Recognition.LIMIT);
      problems.add(tooLong(Recognition.LIMIT + " bytes"));
    }
    return of(Decoding.decoded(read), problems);
  }

  private static Beginning of(String text, List<String> problems) {
    String read = text;
    if (read.length() > MOST_WIDE) {
      int most = isWide(read) ? MOST_WIDE : Recognition.LIMIT;
      if (read.length() > most) {
        read = read.substring(0, most);
        problems.add(tooLong(most + " characters"));
      }
    }
    int end = read.length() <= MOST_LINES ? -1 : endOfLine(read, MOST_LINES);
    if (end >= 0) {
      read = read.substring(0, end);
      problems.add(tooLong(MOST_LINES + " lines"));
    }
    return new Beginning(withoutHeaps(read), problems);
  }

  private static boolean isWide(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > LAST_NARROW) {
        return true;
      }
    }
    return false;
  }

  /**
   * Leaves out what lies too high in heaps of combining marks, which are no text: before Java 19
   * each end of a word in a regular expression walks back over all of the heap.
   */
  private static String withoutHeaps(String text) {
    int height = 0;
    StringBuilder lower = null;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean mark = c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK;
      height = mark ? height + 1 : 0;
      if (height > HIGHEST && lower == null) {
        lower = new StringBuilder(text.length()).append(text, 0, at);
      } else if (height <= HIGHEST && lower != null) {
        lower.append(c);
      }
    }
    return lower == null ? text : lower.toString();
  }

  private static String tooLong(String most) {
    return "the input is too long: only its first " + most + " were read";
  }

  /** Gives where a line ends; -1 if the text ends before. */
  private static int endOfLine(String text, int number) {
    int line = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if ((c == '\n' || (c == '\r' && !pair)) && line++ == number) {
        return at;
      }
    }
    return -1;
  }
}
