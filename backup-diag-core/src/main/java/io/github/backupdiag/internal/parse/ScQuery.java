package io.github.backupdiag.internal.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code sc.exe query NAME}: lines of a label, a colon and a number. Where the labels
 * are translated, the state is the second number that has a word behind it, after the type.
 */
public final class ScQuery {

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})\\s+\\S.*");
  private static final Pattern EXIT =
      Pattern.compile("(\\d{1,9})\\s+\\(0x(\\p{XDigit}{1,7})\\)\\s*");
  private static final int MOST = 7;

  private ScQuery() {}

  /**
   * Reads the state.
   *
   * @param text the output
   * @return 1 stopped to 7 paused, or null if it tells none
   */
  public static @Nullable Integer state(String text) {
    List<TextLine> numbered = TextLine.of(text).stream().filter(ScQuery::isNumbered).toList();
    for (TextLine line : numbered) {
      if (line.label().equals("STATE")) {
        return number(line);
      }
    }
    boolean labelled = numbered.stream().anyMatch(line -> line.label().equals("TYPE"));
    return labelled || numbered.size() < 2 ? null : number(numbered.get(1));
  }

  /**
   * Reads the error with which the service ended: the first number behind the state with the same
   * in hexadecimal beside it, in any language.
   *
   * @param text the output
   * @return 0 for no error, or null if it tells none
   */
  public static @Nullable Integer exit(String text) {
    for (TextLine line : TextLine.of(text)) {
      Matcher exit = EXIT.matcher(String.valueOf(line.value()));
      if (exit.matches() && Integer.parseInt(exit.group(1)) == hex(exit.group(2))) {
        return Integer.valueOf(exit.group(1));
      }
    }
    return null;
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }

  private static boolean isNumbered(TextLine line) {
    String value = line.value();
    return value != null && NUMBER.matcher(value).matches();
  }

  private static @Nullable Integer number(TextLine line) {
    Matcher number = NUMBER.matcher(String.valueOf(line.value()));
    int state = number.matches() ? Integer.parseInt(number.group(1)) : 0;
    return state < 1 || state > MOST ? null : state;
  }
}
