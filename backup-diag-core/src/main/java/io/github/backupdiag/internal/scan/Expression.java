package io.github.backupdiag.internal.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is matched in linear time. It is compiled when it is first needed, and
 * once. Thread-safe.
 */
public final class Expression {

  private final String regex;
  private volatile @Nullable Compiled compiled;

  /**
   * Takes an expression.
   *
   * @param regex in the syntax of RE2
   */
  public Expression(String regex) {
    this.regex = regex;
  }

  /**
   * Tells what is wrong with an expression.
   *
   * @param regex any text
   * @return what is wrong, or null if it can be used
   */
  public static @Nullable String problem(String regex) {
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException e) {
      return e.getDescription() + ": " + e.getPattern();
    }
  }

  /**
   * Looks for the expression in a line.
   *
   * @param line any text
   * @return the values of its named groups that took part, in their order; null if it is not found
   */
  public @Nullable Map<String, String> values(String line) {
    Compiled known = compiled();
    Matcher matcher = known.pattern.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> group : known.groups) {
      String value = matcher.group(group.getValue());
      if (value != null) {
        values.put(group.getKey(), value);
      }
    }
    return values;
  }

  private Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      Pattern pattern = Pattern.compile(regex);
      known =
          new Compiled(
              pattern,
              pattern.namedGroups().entrySet().stream()
                  .sorted(Comparator.comparing(Map.Entry::getValue))
                  .map(Map.Entry::copyOf)
                  .toList());
      compiled = known;
    }
    return known;
  }

  private record Compiled(Pattern pattern, List<Map.Entry<String, Integer>> groups) {}
}
