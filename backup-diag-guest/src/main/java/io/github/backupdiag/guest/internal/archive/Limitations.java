package io.github.backupdiag.guest.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read, one line each. Thread-safe. */
public final class Limitations {

  private static final int MOST = 20;
  private static final int MOST_CHARACTERS = 300;

  private final Set<String> lines = new LinkedHashSet<>();
  private int others;
  private boolean incomplete;

  /** Makes an empty list. */
  public Limitations() {}

  /**
   * Adds a line about something odd that hides nothing else.
   *
   * @param line for people
   */
  public synchronized void note(String line) {
    String printable = printable(line);
    if (lines.contains(printable)) {
      return;
    }
    if (lines.size() < MOST) {
      lines.add(printable);
    } else {
      others++;
    }
  }

  /**
   * Adds a line about something that hides files: that one is missing then proves nothing.
   *
   * @param line for people
   */
  public synchronized void cut(String line) {
    incomplete = true;
    note(line);
  }

  /**
   * Tells whether files may be hidden.
   *
   * @return true after a {@link #cut}
   */
  public synchronized boolean isIncomplete() {
    return incomplete;
  }

  /**
   * Gives the lines.
   *
   * @return the first ones, and how many more there are
   */
  public synchronized List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (others > 0) {
      all.add(others + " more of this kind");
    }
    return List.copyOf(all);
  }

  /** Names in a bundle may hold anything, such as sequences that a terminal obeys. */
  private static String printable(String line) {
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .limit(MOST_CHARACTERS)
        .forEach(
            c -> {
              if (isShown(c)) {
                text.appendCodePoint(c);
              } else {
                text.append(String.format("\\u%04x", c));
              }
            });
    return text.toString();
  }

  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED;
  }
}
