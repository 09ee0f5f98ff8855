package io.github.backupdiag.catalog;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Placeholders {@code {name}} in texts and commands; a literal brace is written twice. Stateless.
 */
public final class Placeholders {

  private Placeholders() {}

  /**
   * Fills placeholders.
   *
   * @param text a text or command
   * @param values values by name
   * @return the text; a name without a value becomes {@code <name>}
   */
  public static String fill(String text, Map<String, String> values) {
    return fill(text, values, UnaryOperator.identity());
  }

  /**
   * Fills placeholders of a command, changing each value on the way, for example by quoting.
   *
   * @param text a text or command
   * @param values values by name
   * @param quote applied to each value
   * @return the text; a name without a value becomes {@code <name>}
   */
  public static String fill(String text, Map<String, String> values, UnaryOperator<String> quote) {
    StringBuilder filled = new StringBuilder(text.length() + 16);
    scan(
        text,
        (literal, name) -> {
          filled.append(literal);
          if (!name.isEmpty()) {
            String value = values.get(name);
            filled.append(value == null ? "<" + name + ">" : quote.apply(value));
          }
        });
    return filled.toString();
  }

  /**
   * Lists the placeholders of a text.
   *
   * @param text a text or command
   * @return names in their order
   */
  public static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    scan(
        text,
        (literal, name) -> {
          if (!name.isEmpty()) {
            names.add(name);
          }
        });
    return names;
  }

  private static void scan(String text, BiConsumer<String, String> piece) {
    int at = 0;
    while (at < text.length()) {
      int brace = nextBrace(text, at);
      char symbol = brace < text.length() ? text.charAt(brace) : 0;
      if (symbol == 0) {
        piece.accept(text.substring(at), "");
        return;
      }
      if (brace + 1 < text.length() && text.charAt(brace + 1) == symbol) {
        piece.accept(text.substring(at, brace + 1), "");
        at = brace + 2;
        continue;
      }
      int close = symbol == '{' ? text.indexOf('}', brace) : -1;
      if (close > brace + 1 && isName(text, brace + 1, close)) {
        piece.accept(text.substring(at, brace), text.substring(brace + 1, close));
        at = close + 1;
      } else {
        piece.accept(text.substring(at, brace + 1), "");
        at = brace + 1;
      }
    }
  }

  private static int nextBrace(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '}') {
      at++;
    }
    return at;
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
